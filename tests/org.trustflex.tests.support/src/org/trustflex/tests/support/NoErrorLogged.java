package org.trustflex.tests.support;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which one of our bundles logged an error: what a user would find in the error log is a fault, even
 * if the test's own assertions hold. Registered for every test by the service files of the test fragments. Our bundles log
 * through {@code System.Logger}, which ends in java.util.logging.
 */
public final class NoErrorLogged implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(NoErrorLogged.class);
    private static final Logger OURS = Logger.getLogger("org.trustflex");

    @Override
    public void beforeEach(ExtensionContext context) {
        ErrorCollector collector = new ErrorCollector();
        OURS.addHandler(collector);
        context.getStore(NAMESPACE).put(ErrorCollector.class, collector);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ErrorCollector collector = context.getStore(NAMESPACE).remove(ErrorCollector.class, ErrorCollector.class);
        OURS.removeHandler(collector);
        List<String> errors = collector.errors();
        if (!errors.isEmpty()) {
            throw new AssertionError("Errors were logged during this test: " + errors);
        }
    }

    /** Keeps the errors and lets everything else pass. */
    private static final class ErrorCollector extends Handler {

        private final List<String> errors = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(entry.getLoggerName() + ": " + entry.getMessage());
            }
        }

        synchronized List<String> errors() {
            return List.copyOf(errors);
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
