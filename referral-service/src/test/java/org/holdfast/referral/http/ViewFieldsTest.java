package org.holdfast.referral.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.holdfast.chassis.testkit.ApiSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service answers has the fields that its document names, and the console reads. */
class ViewFieldsTest {

    private static final ApiSchemas DOCUMENT = ApiSchemas.of("/openapi/referral.yaml");

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("Referral", ReferralView.class),
                Arguments.of("Candidate", CandidateView.class),
                Arguments.of("Candidate/verdicts", CandidateView.VerdictView.class),
                Arguments.of("Candidate/phones", CandidateView.PhoneView.class),
                Arguments.of("PartnerReferral", PartnerView.class));
    }

    @ParameterizedTest
    @MethodSource("views")
    void hasTheFieldsThatTheDocumentNames(String schema, Class<?> view) {
        assertThat(ApiSchemas.written(view)).isNotEmpty().isEqualTo(DOCUMENT.described(schema));
    }
}
