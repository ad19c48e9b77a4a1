package org.trustflex.ui.slots;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.certificates.DeviceChain;
import org.trustflex.provisioning.slots.ElementSlots;

/**
 * The certificates of an element, and what was in its slots when they were read.
 *
 * @param boardId the board
 * @param project whose definition was tried first
 * @param slots   the element's serial number and what is in its certificate slots, in hex
 * @param chain   the certificates; empty as long as they have not been read, and if no definition explains the slots
 */
record KnownChain(String boardId, Optional<TrustFlexProject> project, List<String> slots,
        Optional<DeviceChain> chain) {

    /** What is to be read. */
    static KnownChain of(String boardId, ElementSlots element, Optional<TrustFlexProject> project) {
        Stream<String> contents = Stream
                .of(SlotPurpose.DEVICE_CERTIFICATE, SlotPurpose.SIGNER_PUBLIC_KEY, SlotPurpose.SIGNER_CERTIFICATE)
                .map(purpose -> element.report(purpose.slot()).content().map(content -> content.hex()).orElse(""));
        return new KnownChain(boardId, project,
                Stream.concat(Stream.of(element.serialNumber().hex()), contents).toList(), Optional.empty());
    }

    /** The same, read. */
    KnownChain with(Optional<DeviceChain> found) {
        return new KnownChain(boardId, project, slots, found);
    }

    /** Whether these are the certificates of what is in the slots now. */
    boolean explains(KnownChain now) {
        return boardId.equals(now.boardId) && slots.equals(now.slots) && project.equals(now.project);
    }
}
