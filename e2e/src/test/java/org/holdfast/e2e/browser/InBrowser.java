package org.holdfast.e2e.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks what needs a Chromium; without one it is skipped, and the report says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(InBrowser.NeedsChromium.class)
@interface InBrowser {

    /** Looks whether a Chromium was named. */
    final class NeedsChromium implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Floor.chromium().isPresent() || context.getTestMethod().isEmpty()
                    ? ConditionEvaluationResult.enabled("there is a Chromium, or each test says that there is none")
                    : ConditionEvaluationResult.disabled(
                            "no Chromium: install one, or name one with CHROMIUM=PATH make test");
        }
    }
}
