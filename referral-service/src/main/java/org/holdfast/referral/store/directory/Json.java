package org.holdfast.referral.store.directory;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON in the names of HSDS ({@code postal_code}, {@code address_1}); what is not kept is passed over. */
final class Json {

    static final JsonMapper HSDS = JsonMapper.builder()
            .propertyNamingStrategy(new Names())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    private static final class Names extends PropertyNamingStrategies.SnakeCaseStrategy {
        @Override
        public String translate(String input) {
            return super.translate(input).replaceAll("([a-z])(\\d)", "$1_$2");
        }
    }
}
