package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.holdfast.notification.domain.alert.AlertState;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class LinkTest extends Journey {

    @Test
    void isTakenOnByTheLinkAndItsTwoDigits() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown link = link(service.mails("ana").getFirst());
        for (int scan = 0; scan < 5; scan++) {
            assertThat(page(link))
                    .contains("Somebody needs you")
                    .contains("<form")
                    .doesNotContain("<script");
        }
        assertThat(state()).isInstanceOf(AlertState.Ringing.class);
        post(link, "acknowledgement", link.wrong()).expectStatus().isEqualTo(422);
        post(link, "acknowledgement", "").expectStatus().isEqualTo(422);
        post(link, "engagement", link.wrong()).expectStatus().isEqualTo(422);
        assertThat(state()).isInstanceOf(AlertState.Ringing.class);
        post(link, "acknowledgement", link.digits()).expectStatus().isOk();
        assertThat(((AlertState.Acknowledged) state()).person()).isEqualTo("ana");
        assertThat(page(link)).contains("I am with the person");
        post(link, "engagement", link.digits()).expectStatus().isOk();
        assertThat(((AlertState.Engaged) state()).person()).isEqualTo("ana");
        assertThat(page(link)).doesNotContain("<form");
    }

    @Test
    void takesWhatIsNoFormForNothingTyped() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown link = link(service.mails("ana").getFirst());
        for (String digits : List.of("%zz", "%", "1".repeat(600_000), "4%002", "&digits=&digits=", "<script>")) {
            post(link, "acknowledgement", digits).expectStatus().isEqualTo(422);
        }
        service.http("")
                .post()
                .uri(link.path() + "/acknowledgement")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"digits\":\"" + link.digits() + "\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(state()).isInstanceOf(AlertState.Ringing.class);
        post(link, "acknowledgement", link.digits()).expectStatus().isOk();
    }

    @Test
    void killsALinkAfterThreeWrongTries() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown link = link(service.mails("ana").getFirst());
        for (int wrong = 0; wrong < 2; wrong++) {
            post(link, "acknowledgement", link.wrong()).expectStatus().isEqualTo(422);
        }
        post(link, "acknowledgement", link.wrong()).expectStatus().isEqualTo(410);
        post(link, "acknowledgement", link.digits()).expectStatus().isEqualTo(410);
        assertThat(state()).isInstanceOf(AlertState.Ringing.class);
    }

    @Test
    void letsALinkDieWithItsStep() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown first = link(service.mails("ana").getFirst());
        service.after(Duration.ofSeconds(60));
        service.until(() -> service.mails("ben").size() == 1);
        post(first, "acknowledgement", first.digits()).expectStatus().isEqualTo(410);
        Shown second = link(service.mails("ben").getFirst());
        assertThat(second.path()).isNotEqualTo(first.path());
        post(second, "acknowledgement", second.digits()).expectStatus().isOk();
        assertThat(((AlertState.Acknowledged) state()).person()).isEqualTo("ben");
    }

    @Test
    void asksWhoeverIsWithThePersonAgainAnHourLater() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown first = link(service.mails("ana").getFirst());
        post(first, "acknowledgement", first.digits()).expectStatus().isOk();
        post(first, "engagement", first.digits()).expectStatus().isOk();
        service.after(Duration.ofHours(1));
        service.until(() -> service.mails("ana").size() == 2);
        assertThat(service.mails("ana").getLast()).contains("Say so again");
        Shown second = link(service.mails("ana").getLast());
        service.as("olu", "operator")
                .get()
                .uri("/alerts/" + alert)
                .exchange()
                .expectBody()
                .jsonPath("$.alert.state")
                .isEqualTo("ENGAGED")
                .jsonPath("$.alert.reason")
                .isEqualTo("STILL_THERE")
                .jsonPath("$.alert.called[0]")
                .isEqualTo("ana")
                .jsonPath("$.alert.due")
                .isNotEmpty();
        post(first, "engagement", first.digits()).expectStatus().isEqualTo(410);
        assertThat(page(second)).contains("Are you still with the person?").contains("<form");
        post(second, "engagement", second.wrong()).expectStatus().isEqualTo(422);
        post(second, "engagement", second.digits()).expectStatus().isOk();
        assertThat(state()).isInstanceOf(AlertState.Engaged.class);
    }

    @Test
    void answersALinkThatNobodySentLikeOneThatIsOver() {
        WebTestClient anyone = service.http("");
        anyone.get().uri("/a/" + "x".repeat(43)).exchange().expectStatus().isEqualTo(410);
        anyone.get().uri("/a/..%2F..%2Fetc").exchange().expectStatus().is4xxClientError();
    }

    @Test
    void sendsThePageWithAPolicyThatAllowsNoScript() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        service.http("")
                .get()
                .uri(link(service.mails("ana").getFirst()).path())
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'")
                                .doesNotContain("unsafe"))
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .value("Cache-Control", cache -> assertThat(cache).contains("no-store"));
    }
}
