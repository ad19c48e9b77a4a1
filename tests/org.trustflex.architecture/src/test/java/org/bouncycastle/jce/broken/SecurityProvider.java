package org.bouncycastle.jce.broken;

/** Stands for the provider of the cryptography library, which is not on this class path. */
public final class SecurityProvider {
}
