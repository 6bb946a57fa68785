package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compose file passes what exists and what an installation needs, and runs nothing as root. */
class ComposeTest {

    private final ComposeFile file =
            new ComposeFile(text("docker-compose.yml"), text("deploy/make-secrets"), text("docs/settings.md"));

    @Test
    void everySettingThatIsPassedExists() {
        assertThat(file.unknown()).isEmpty();
    }

    @Test
    void everySettingThatAnInstallationNeedsIsPassed() {
        assertThat(file.missing()).isEmpty();
    }

    @Test
    void everyServiceIsThereAndTheSettingsWereFound() {
        assertThat(file.services()).containsKeys(ComposeFile.SERVICES.toArray(String[]::new));
        assertThat(file.passed("triage")).contains("HOLDFAST_MONGODB_URI", "HOLDFAST_KAFKA_BROKERS");
        assertThat(file.passed("console")).doesNotContain("HOLDFAST_MONGODB_URI");
    }

    @Test
    void noServiceRunsAsRootOrWritesOutsideItsFolders() {
        assertThat(text("Dockerfile")).contains("\nUSER 10001:10001\n").contains("\nHEALTHCHECK ");
        for (String service :
                Stream.concat(ComposeFile.SERVICES.stream(), Stream.of("keep")).toList()) {
            assertThat(file.services().get(service))
                    .as(service)
                    .containsEntry("read_only", true)
                    .doesNotContainKeys("user", "privileged", "container_name");
        }
    }

    @Test
    void onlyWhatPeopleAndPartnersUseIsPublished() {
        assertThat(file.services().entrySet().stream()
                        .filter(service -> service.getValue().containsKey("ports"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("identity", "referral", "console");
    }

    @Test
    void onlyContainersThatAreAskedInClearAreNamedAsThisHost() {
        for (String service : ComposeFile.SERVICES) {
            assertThat(file.trusted(service)).as(service).isEqualTo(file.askedInClear(service));
        }
        assertThat(file.trusted("referral")).containsExactlyInAnyOrder("identity", "intake");
    }

    @Test
    void theIssuerBelievesNoForwardedHeaderOfAStranger() {
        String identity = file.compose()
                .substring(
                        file.compose().indexOf("\n  identity:"), file.compose().indexOf("\n  intake:"));
        assertThat(identity).contains("SERVER_FORWARD_HEADERS_STRATEGY: native");
        assertThat(text("docs/settings.md")).contains("`server.forward-headers-strategy` | none | `native`");
    }

    @Test
    void theCanaryIsReported() {
        ComposeFile wrong = new ComposeFile(
                file.compose()
                        .replace("HOLDFAST_INTAKE_SAFETY_NET_PHONE", "HOLDFAST_INTAKE_SAFETY_NET_FAX")
                        .replace("HOLDFAST_KAFKA_BROKERS", "HOLDFAST_KAFKA_BROKER"),
                file.secrets()
                        .replace("setting console holdfast.console.client-secret", "setting console holdfast.gone"),
                file.document());
        assertThat(wrong.unknown())
                .contains(
                        "intake: HOLDFAST_INTAKE_SAFETY_NET_FAX",
                        "triage: HOLDFAST_KAFKA_BROKER",
                        "console: HOLDFAST_GONE");
        assertThat(wrong.missing())
                .contains(
                        "intake: HOLDFAST_INTAKE_SAFETY_NET_PHONE",
                        "triage: HOLDFAST_KAFKA_BROKERS",
                        "console: HOLDFAST_CONSOLE_CLIENT_SECRET");
    }

    private static String text(String path) {
        return Sources.text(Sources.ROOT.resolve(path));
    }
}
