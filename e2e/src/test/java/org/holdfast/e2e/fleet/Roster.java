package org.holdfast.e2e.fleet;

/**
 * Who is on call in a test: for B and C ana, then ben; for A whoever has the turn in a rota that nobody takes part in; sam is
 * the safety net.
 *
 * @param ackSeconds how long each has to acknowledge
 * @param engageSeconds how long whoever acknowledged has to be with the person
 */
public record Roster(int ackSeconds, int engageSeconds) {

    /** Patient people: no step is due during a test. */
    public static Roster patient() {
        return new Roster(600, 600);
    }

    String json(FakePhones phones) {
        String named = """
                [{"call":"PERSON","person":"ana","ahead":0,"ackSeconds":%1$d,"engageSeconds":%2$d},
                 {"call":"PERSON","person":"ben","ahead":0,"ackSeconds":%1$d,"engageSeconds":%2$d}]""".formatted(ackSeconds, engageSeconds);
        String nobody = """
                [{"call":"ON_CALL","rota":"empty","ahead":0,"ackSeconds":%1$d,"engageSeconds":%2$d}]""".formatted(ackSeconds, engageSeconds);
        return """
                {"rotas":[{"id":"empty","participants":[],"zone":"UTC","start":"2026-01-05T08:00:00","unit":"WEEKS","every":1}],
                 "people":[%s,%s,%s],
                 "policies":{"A":%s,"B":%s,"C":%s},
                 "safetyNet":{"people":["sam"],"everySeconds":120}}
                """.formatted(
                        person("ana", phones),
                        person("ben", phones),
                        person("sam", phones),
                        policy(nobody),
                        policy(named),
                        policy(named));
    }

    private String policy(String steps) {
        return "{\"steps\":" + steps + ",\"engageSeconds\":" + engageSeconds + "}";
    }

    private static String person(String id, FakePhones phones) {
        return """
                {"id":"%1$s","email":"%1$s@example.org","webhook":"%2$s","webhookSecret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}""".formatted(id, phones.url(id));
    }
}
