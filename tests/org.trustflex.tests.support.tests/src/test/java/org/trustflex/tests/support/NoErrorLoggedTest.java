package org.trustflex.tests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A test during which one of our bundles logs an error is a failed test, whatever it asserts itself. */
class NoErrorLoggedTest {

    @Test
    void aTestThatLoggedAnErrorFailsAndSaysWhichOne() {
        TestExecutionSummary summary = run("logsAnError");
        assertEquals(1, summary.getTestsFailedCount(), report(summary));
        String failure = summary.getFailures().get(0).getException().getMessage();
        assertTrue(failure.contains("org.trustflex.somewhere") && failure.contains("the journal is gone"), failure);
    }

    @Test
    void aTestThatLoggedAWarningPasses() {
        assertEquals(1, run("logsAWarning").getTestsSucceededCount());
    }

    @Test
    void anErrorOfSomebodyElseIsNotOurs() {
        assertEquals(1, run("othersLogAnError").getTestsSucceededCount());
    }

    @Test
    void anErrorInAnotherThreadIsSeenToo() {
        assertEquals(1, run("logsAnErrorInAThreadOfItsOwn").getTestsFailedCount());
    }

    @Test
    void anErrorIsHeldAgainstItsOwnTestAlone() {
        assertEquals(1, run("logsAnError").getTestsFailedCount());
        assertEquals(1, run("logsNothing").getTestsSucceededCount());
    }

    @Test
    void aTestThatFailsByItselfKeepsItsOwnReason() {
        TestExecutionSummary summary = run("logsAnErrorAndFails");
        assertEquals(1, summary.getTestsFailedCount(), report(summary));
        Throwable failure = summary.getFailures().get(0).getException();
        assertEquals("its own reason", failure.getMessage());
        assertEquals(1, failure.getSuppressed().length, "the logged error is told as well");
    }

    private static TestExecutionSummary run(String test) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(LoggingSample.class, test)).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        assertEquals(1, summary.getTestsFoundCount(), "the sample " + test + " was not found");
        return summary;
    }

    private static String report(TestExecutionSummary summary) {
        StringWriter text = new StringWriter();
        summary.printTo(new PrintWriter(text));
        return text.toString();
    }
}
