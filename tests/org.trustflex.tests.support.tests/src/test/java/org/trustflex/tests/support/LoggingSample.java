package org.trustflex.tests.support;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@link NoErrorLoggedTest} runs. By its name it is no test class, so that nobody else does. */
@ExtendWith(NoErrorLogged.class)
class LoggingSample {

    private static final System.Logger OURS = System.getLogger("org.trustflex.somewhere");
    private static final System.Logger OTHERS = System.getLogger("org.example.elsewhere");

    @Test
    void logsAnError() {
        OURS.log(System.Logger.Level.ERROR, "the journal is gone");
    }

    @Test
    void logsAWarning() {
        OURS.log(System.Logger.Level.WARNING, "the journal is old");
    }

    @Test
    void logsNothing() {
        OURS.log(System.Logger.Level.DEBUG, "the journal is there");
    }

    @Test
    void othersLogAnError() {
        OTHERS.log(System.Logger.Level.ERROR, "not our journal");
    }

    @Test
    void logsAnErrorInAThreadOfItsOwn() throws InterruptedException {
        Thread thread = new Thread(this::logsAnError, "writer");
        thread.start();
        thread.join();
    }

    @Test
    void logsAnErrorAndFails() {
        logsAnError();
        throw new AssertionError("its own reason");
    }
}
