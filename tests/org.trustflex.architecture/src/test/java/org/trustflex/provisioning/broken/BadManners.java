package org.trustflex.provisioning.broken;

import java.security.Provider;
import java.security.Security;

/** Does everything that a guest does not do. */
public final class BadManners {

    /** Ends the program of whoever called. */
    public void exit() {
        System.exit(1);
    }

    /** @param provider imposed on everybody */
    public void install(Provider provider) {
        Security.addProvider(provider);
    }

    /** @param mistake shown where nobody looks */
    public void print(Exception mistake) {
        mistake.printStackTrace();
    }

    /** Writes where there may be no terminal. */
    public void say() {
        System.out.println();
    }
}
