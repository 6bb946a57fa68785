package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A log holds ids and lines of code, never what somebody wrote. */
class RedactionTest {

    @Test
    void anIdStaysAndAnythingElseIsCounted() {
        assertThat(Redaction.id("contact/01jabc#7")).isEqualTo("contact/01jabc#7");
        assertThat(Redaction.id("Amina Rahimi")).isEqualTo("[12 characters]");
        assertThat(Redaction.id("x\nERROR forged")).isEqualTo("[14 characters]");
        assertThat(Redaction.id(null)).isEqualTo("none");
    }

    @Test
    void aTraceNamesClassesAndLinesAndNoMessage() {
        Throwable error = new IllegalStateException("Amina", new IllegalArgumentException("Rahimi"));
        assertThat(Redaction.trace(error))
                .contains("IllegalStateException", "caused by java.lang.IllegalArgumentException", "RedactionTest.java")
                .doesNotContain("Amina", "Rahimi");
        assertThat(Redaction.trace(error).lines().count()).isGreaterThan(10);
    }

    @Test
    void aCauseThatGoesRoundEnds() {
        Throwable one = new IllegalStateException("a");
        one.initCause(new IllegalStateException("b", one));
        assertThat(Redaction.trace(one)).contains("caused by");
    }
}
