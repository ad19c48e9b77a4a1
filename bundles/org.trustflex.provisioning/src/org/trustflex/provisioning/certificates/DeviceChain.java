package org.trustflex.provisioning.certificates;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.ChainReport;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.ChainDefinition;

/**
 * The certificates that a device holds, rebuilt from its slots.
 *
 * @param serialNumber the device
 * @param slots        slots 10 to 12, from which they were rebuilt
 * @param definition   by which they were rebuilt; it says whose chain it is
 * @param report       the chain and what of it holds
 */
public record DeviceChain(SerialNumber serialNumber, CertificateSlots slots, ChainDefinition definition,
        ChainReport report) {
}
