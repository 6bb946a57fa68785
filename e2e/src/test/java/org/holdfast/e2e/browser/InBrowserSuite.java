package org.holdfast.e2e.browser;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All browser tests as one, so that one test process starts their stack and their browser, and the other gets on with the journeys.
 * It is empty where only tests of another tag are run.
 */
@Suite(failIfNoTests = false)
@SelectPackages("org.holdfast.e2e.browser")
class InBrowserSuite {

    @AfterSuite
    static void end() {
        Floor.finish();
    }
}
