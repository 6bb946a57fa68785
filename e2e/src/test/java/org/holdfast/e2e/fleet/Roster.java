package org.holdfast.e2e.fleet;

/**
 * Who is on call in a test: ana, then ben, then everyone; sam is the safety net.
 *
 * @param ackSeconds how long each has to acknowledge
 * @param engageSeconds how long whoever acknowledged has to be with the person
 * @param rotaEmpty whether nobody takes turns
 */
public record Roster(int ackSeconds, int engageSeconds, boolean rotaEmpty) {

    /** Patient people: no step is due during a test. */
    public static Roster patient() {
        return new Roster(600, 600, false);
    }

    String json(FakePhones phones) {
        String steps = rotaEmpty
                ? "[{\"call\":\"ON_CALL\",\"rota\":\"week\",\"ahead\":0,\"ackSeconds\":%1$d,\"engageSeconds\":%2$d}]"
                        .formatted(ackSeconds, engageSeconds)
                : """
                [{"call":"PERSON","person":"ana","ahead":0,"ackSeconds":%1$d,"engageSeconds":%2$d},
                 {"call":"PERSON","person":"ben","ahead":0,"ackSeconds":%1$d,"engageSeconds":%2$d}]"""
                        .formatted(ackSeconds, engageSeconds);
        String policy = "{\"steps\":" + steps + ",\"engageSeconds\":" + engageSeconds + "}";
        return """
                {"rotas":[{"id":"week","participants":%s,"zone":"UTC","start":"2026-01-05T08:00:00","unit":"WEEKS","every":1}],
                 "people":[%s,%s,%s],
                 "policies":{"A":%s,"B":%s,"C":%s},
                 "safetyNet":{"people":["sam"],"everySeconds":120}}
                """.formatted(
                        rotaEmpty ? "[]" : "[\"ana\",\"ben\"]",
                        person("ana", phones),
                        person("ben", phones),
                        person("sam", phones),
                        policy,
                        policy,
                        policy);
    }

    private static String person(String id, FakePhones phones) {
        return """
                {"id":"%1$s","email":"%1$s@example.org","webhook":"%2$s","webhookSecret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}"""
                .formatted(id, phones.url(id));
    }
}
