package org.trustflex.samd21.debug;

import java.util.Optional;

/** The commands of CMSIS-DAP that the probe knows. It has neither JTAG nor trace, whose commands are unknown to it. */
enum CmsisDapCommand {
    INFO(0x00), HOST_STATUS(0x01), CONNECT(0x02), DISCONNECT(0x03), TRANSFER_CONFIGURE(0x04), TRANSFER(0x05),
    TRANSFER_BLOCK(0x06), TRANSFER_ABORT(0x07), WRITE_ABORT(0x08), DELAY(0x09), RESET_TARGET(0x0A), SWJ_PINS(0x10),
    SWJ_CLOCK(0x11), SWJ_SEQUENCE(0x12), SWD_CONFIGURE(0x13), SWD_SEQUENCE(0x1D), QUEUE_COMMANDS(0x7E),
    EXECUTE_COMMANDS(0x7F);

    private final int code;

    CmsisDapCommand(int code) {
        this.code = code;
    }

    /** The first byte of its requests and answers. */
    int code() {
        return code;
    }

    static Optional<CmsisDapCommand> of(int code) {
        for (CmsisDapCommand command : values()) {
            if (command.code == code) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
