package org.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an installation keeps to itself is made once; later only the certificates of broker and database are made anew. */
class SecretsTest {

    @TempDir
    Path folder;

    private record Ran(int code, String said) {}

    @BeforeEach
    void canGiveFilesAway() throws Exception {
        assumeTrue(
                run("id", "-u").said().strip().equals("0"),
                "only root can give the secrets to the users of the images");
        assumeTrue(run("sh", "-c", "command -v openssl").code() == 0, "there is no openssl on the PATH");
    }

    @Test
    void whatIsThereIsNeverMadeAnew() throws Exception {
        Path secrets = folder.resolve("secrets");
        assertThat(script(secrets.toString()).code()).isZero();
        Map<String, Integer> before = files(secrets);
        assertThat(before).containsKeys("ca/ca.key", "kafka/kafka.pem", "intake/keys/vault-kek.json", "keep/uri");

        assertThat(script(secrets.toString()).said()).contains("nothing was changed");
        assertThat(files(secrets)).isEqualTo(before);
    }

    @Test
    void onlyTheCertificatesAreMadeAnewAndTheAuthorityHasSignedThem() throws Exception {
        Path secrets = folder.resolve("secrets");
        assertThat(script(secrets.toString()).code()).isZero();
        Map<String, Integer> before = files(secrets);

        assertThat(script("--renew", secrets.toString()).said()).contains("restart both");

        Map<String, Integer> after = files(secrets);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet().stream().filter(name -> !after.get(name).equals(before.get(name))))
                .containsExactly("kafka/kafka.pem", "mongo/mongo.pem");
        for (String name : new String[] {"kafka", "mongo"}) {
            String pem = secrets.resolve(name).resolve(name + ".pem").toString();
            assertThat(run(
                                    "openssl",
                                    "verify",
                                    "-CAfile",
                                    secrets.resolve("ca/ca.crt").toString(),
                                    "-untrusted",
                                    pem,
                                    pem)
                            .said())
                    .endsWith("OK\n");
            assertThat(run("openssl", "x509", "-in", pem, "-noout", "-ext", "subjectAltName")
                            .said())
                    .contains("DNS:" + name);
        }
    }

    @Test
    void withoutAnAuthorityNothingIsMade() throws Exception {
        Path nothing = folder.resolve("nothing");
        Ran ran = script("--renew", nothing.toString());
        assertThat(ran.code()).isNotZero();
        assertThat(ran.said()).contains("no authority");
        assertThat(nothing).doesNotExist();
    }

    private static Ran script(String... arguments) throws Exception {
        return run(Stream.concat(Stream.of("bash", "../deploy/make-secrets"), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    private static Ran run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    /** Every file by its name, with a sum of what it holds and of whom it belongs to. */
    private static Map<String, Integer> files(Path root) throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                int whose = Files.getOwner(file).hashCode();
                files.put(root.relativize(file).toString(), 31 * Arrays.hashCode(Files.readAllBytes(file)) + whose);
            }
        }
        return files;
    }
}
