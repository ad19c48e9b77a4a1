package org.trustflex.samd21;

/** Is told of accesses that the simulation can't follow, once for each address, kind and reason. */
@FunctionalInterface
public interface UnmodelledAccessListener {

    /** Something was accessed that is not simulated. */
    void accessed(UnmodelledAccess access);
}
