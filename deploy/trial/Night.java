import com.sun.net.httpserver.HttpServer;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.e2e.Api;
import org.holdfast.e2e.Eventually;
import org.holdfast.e2e.Journey;
import org.holdfast.e2e.People;
import org.holdfast.e2e.Reply;
import org.holdfast.e2e.SignIn;

/** A night in containers: one sign-in at the console, one contact all the way, then a burst in which a container is killed. */
class Night {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Map<String, List<String>> PHONES = new ConcurrentHashMap<>();
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");

    private static final Pattern PAGE = Pattern.compile("page_[0-9a-f]+");

    private static String secret;
    private static SignIn issuer;

    record Taken(String contactId, boolean urgent) {}

    /** The secret of the trial's people and programs, the number of contacts, and what to do: signin, journey, burst. */
    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (Exception | AssertionError failed) {
            // the phones must not go on ringing: a second night would find two of them under one name
            failed.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run(String[] arguments) throws Exception {
        secret = arguments[0];
        issuer = new SignIn(URI.create("http://identity:9000"));
        phones();
        List<String> parts = List.of(arguments).subList(2, arguments.length);
        if (parts.contains("signin")) {
            signIn();
        }
        if (parts.contains("journey")) {
            long begun = System.nanoTime();
            Journey journey = new Journey(people(), step -> say(begun, step));
            journey.open();
            journey.answer("cssrs.q4", "YES");
            journey.seesCode("B");
            journey.note();
            journey.acknowledgeByLink();
            journey.refer();
            journey.helpIsReceived();
            journey.close();
            System.out.println("trail: " + journey.trail().path("entries").size() + " entries");
        }
        if (parts.contains("burst")) {
            burst(Integer.parseInt(arguments[1]));
        }
    }

    private static void say(long begun, String step) {
        System.out.printf("%7.3f s  %s%n", (System.nanoTime() - begun) / 1e9, step);
    }

    private static void phones() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(9999), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/phone/", exchange -> {
            String person = exchange.getRequestURI().getPath().substring("/phone/".length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            List<String> bodies = PHONES.computeIfAbsent(person, p -> new ArrayList<>());
            synchronized (bodies) {
                bodies.add(body);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static List<String> rung(String person) {
        List<String> bodies = PHONES.getOrDefault(person, new ArrayList<>());
        synchronized (bodies) {
            return List.copyOf(bodies);
        }
    }

    private static Api api(String service, int port, String token) {
        return new Api(URI.create("http://" + service + ":" + port), token);
    }

    private static Api desk() {
        return api("intake", 8081, issuer.person("olu", secret));
    }

    private static People people() {
        String operator = issuer.person("olu", secret);
        return new People(
                api("intake", 8081, operator),
                api("referral", 8083, operator),
                api("notification", 8084, issuer.person("ana", secret)),
                api("notification", 8084, ""),
                api("referral", 8083, issuer.client("agency-harbor", secret, "referrals.respond")),
                api("referral", 8083, issuer.client("agency-shelter", secret, "referrals.respond")),
                Night::rung);
    }

    private static void signIn() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        HttpResponse<String> form = browser.send(page("http://console:8080/"), HttpResponse.BodyHandlers.ofString());
        System.out.println("console sends to " + form.uri().getHost() + form.uri().getPath() + ": " + form.statusCode());
        Matcher hidden = HIDDEN.matcher(form.body());
        if (!hidden.find()) {
            throw new IllegalStateException("no sign-in form: " + form.statusCode());
        }
        String fields = encode(hidden.group(1)) + "=" + encode(hidden.group(2)) + "&person=olu&password="
                + encode(secret);
        HttpResponse<String> signedIn = browser.send(
                HttpRequest.newBuilder(URI.create("http://identity:9000/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher title = Pattern.compile("<title>([^<]*)").matcher(signedIn.body());
        System.out.println("signed in: " + signedIn.statusCode() + " " + signedIn.uri() + " "
                + (title.find() ? title.group(1) : "") + ", knows Olu: " + signedIn.body().contains("Olu"));
    }

    private static String encode(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest page(String at) {
        return HttpRequest.newBuilder(URI.create(at)).header("Accept", "text/html").GET().build();
    }

    private static void burst(int count) throws Exception {
        PHONES.clear();
        long begun = System.nanoTime();
        Api desk = desk();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger retried = new AtomicInteger();
        List<Future<Taken>> calls = new ArrayList<>();
        try (var desks = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < count; i++) {
                boolean urgent = i % 3 == 0;
                calls.add(desks.submit(() -> {
                    Taken taken = open(desk, urgent, retried);
                    if (done.incrementAndGet() == count / 3) {
                        System.out.println("A THIRD IS TAKEN");
                    }
                    return taken;
                }));
            }
        }
        say(begun, count + " contacts taken, " + retried + " requests sent again with the same key");
        int urgent = 0;
        Set<String> ids = ConcurrentHashMap.newKeySet();
        for (Future<Taken> call : calls) {
            Taken one = call.get();
            ids.add(one.contactId());
            urgent += one.urgent() ? 1 : 0;
            Eventually.get(
                    "contact " + one.contactId() + (one.urgent() ? " alerted" : " assessed"),
                    PATIENCE,
                    () -> quiet(() -> desk.get("/contacts/" + one.contactId() + "/outcome")),
                    reply -> reply.status() == 200
                            && reply.text("assessed").equals("ASSESSED")
                            && reply.text("code").equals(one.urgent() ? "B" : "UNTRIAGED")
                            && (!one.urgent() || reply.text("/alert/state").equals("DELIVERED")));
        }
        say(begun, ids.size() + " different contacts, all assessed; " + urgent + " urgent, all delivered");
        List<String> pages = PHONES.values().stream()
                .flatMap(List::stream)
                .map(body -> PAGE.matcher(body).results().findFirst().orElseThrow().group())
                .toList();
        System.out.println(pages.size() + " pages at the phones, " + Set.copyOf(pages).size() + " different");
        for (String service : List.of("intake:8081", "triage:8082", "referral:8083", "notification:8084")) {
            String[] at = service.split(":");
            Api admin = api(at[0], Integer.parseInt(at[1]), issuer.person("ada", secret));
            Reply buried = Eventually.get(
                    "the dead letters of " + at[0],
                    PATIENCE,
                    () -> quiet(() -> admin.get("/admin/dead-letters")),
                    reply -> reply.status() == 200);
            System.out.println("dead letters of " + at[0] + ": " + buried.body());
        }
    }

    private static Taken open(Api desk, boolean urgent, AtomicInteger retried) {
        Map<String, Object> body = Map.of(
                "channel", "CHAT",
                "relation", "SELF",
                "answers", List.of(Map.of("item", urgent ? "cssrs.q4" : "cssrs.q1", "value", urgent ? "YES" : "NO")));
        String key = UUID.randomUUID().toString();
        AtomicInteger sent = new AtomicInteger();
        Reply reply = Eventually.get(
                "a contact to be taken",
                PATIENCE,
                () -> {
                    if (sent.getAndIncrement() > 0) {
                        retried.incrementAndGet();
                    }
                    return quiet(() -> desk.post("/contacts", body, key));
                },
                one -> one.status() == 201);
        return new Taken(reply.text("contactId"), urgent);
    }

    private static Reply quiet(java.util.function.Supplier<Reply> call) {
        try {
            return call.get();
        } catch (RuntimeException away) {
            return new Reply(0, java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true), "{}");
        }
    }
}
