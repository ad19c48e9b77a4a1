package org.trustflex.simulator.environment;

import org.trustflex.atecc.packet.StatusCode;

/**
 * What a simulated element does where no public document says what a real one does. Each answer may be a miscompare
 * (01), a parse error (03) or an execution error (0F).
 *
 * @param wrongInputMac              answer to a Write whose MAC does not fit; default 0F
 * @param lockSummaryMismatch        answer to a Lock whose checksum does not fit the zone; default 0F
 * @param otherDataMismatch          answer to Verify(validate) and Verify(invalidate) with OtherData[17] that
 *                                   contradicts the mode; default 0F
 * @param addressBeyondZone          answer to Read and Write beyond the end of a slot or zone; default 03
 * @param publicKeyNotOnCurve        answer to Verify with a public key that is no point of P-256, given along or
 *                                   stored; default 0F
 * @param shaOutOfSequence           answer to SHA(update), SHA(end) and SHA(public) without a start; default 0F
 * @param validationNeedsGenKeyDigest whether Verify(validate) and Verify(invalidate) insist that TempKey holds a digest
 *                                   which GenKey made of that very slot, as both data sheets say it must; default true
 * @param deliveredContent           what never-written public slots hold; default zeros
 * @param executionTimes             how much device time commands take; default the typical times of the 508A
 */
public record SimulatorSettings(StatusCode wrongInputMac, StatusCode lockSummaryMismatch,
        StatusCode otherDataMismatch, StatusCode addressBeyondZone, StatusCode publicKeyNotOnCurve,
        StatusCode shaOutOfSequence, boolean validationNeedsGenKeyDigest, DeliveredContent deliveredContent,
        ExecutionTimes executionTimes) {

    private static final SimulatorSettings DEFAULTS = new SimulatorSettings(StatusCode.EXECUTION_ERROR,
            StatusCode.EXECUTION_ERROR, StatusCode.EXECUTION_ERROR, StatusCode.PARSE_ERROR,
            StatusCode.EXECUTION_ERROR, StatusCode.EXECUTION_ERROR, true, DeliveredContent.ZEROS,
            ExecutionTimes.TYPICAL);

    /** @throws IllegalArgumentException if an answer is none of 01, 03 and 0F */
    public SimulatorSettings {
        requireRefusal(wrongInputMac);
        requireRefusal(lockSummaryMismatch);
        requireRefusal(otherDataMismatch);
        requireRefusal(addressBeyondZone);
        requireRefusal(publicKeyNotOnCurve);
        requireRefusal(shaOutOfSequence);
    }

    private static void requireRefusal(StatusCode status) {
        switch (status) {
            case MISCOMPARE, PARSE_ERROR, EXECUTION_ERROR -> {
                return;
            }
            default -> throw new IllegalArgumentException("A refusal is 01, 03 or 0F, not " + status.hex());
        }
    }

    /** The documented defaults. */
    public static SimulatorSettings defaults() {
        return DEFAULTS;
    }

    /** With another answer to a wrong input MAC. */
    public SimulatorSettings withWrongInputMac(StatusCode status) {
        return new SimulatorSettings(status, lockSummaryMismatch, otherDataMismatch, addressBeyondZone,
                publicKeyNotOnCurve, shaOutOfSequence, validationNeedsGenKeyDigest, deliveredContent, executionTimes);
    }

    /** With another answer to a wrong Lock checksum. */
    public SimulatorSettings withLockSummaryMismatch(StatusCode status) {
        return new SimulatorSettings(wrongInputMac, status, otherDataMismatch, addressBeyondZone,
                publicKeyNotOnCurve, shaOutOfSequence, validationNeedsGenKeyDigest, deliveredContent, executionTimes);
    }

    /** With another answer to OtherData that contradicts the mode of Verify. */
    public SimulatorSettings withOtherDataMismatch(StatusCode status) {
        return new SimulatorSettings(wrongInputMac, lockSummaryMismatch, status, addressBeyondZone,
                publicKeyNotOnCurve, shaOutOfSequence, validationNeedsGenKeyDigest, deliveredContent, executionTimes);
    }

    /** With another answer to an address beyond the end of a slot or zone. */
    public SimulatorSettings withAddressBeyondZone(StatusCode status) {
        return new SimulatorSettings(wrongInputMac, lockSummaryMismatch, otherDataMismatch, status,
                publicKeyNotOnCurve, shaOutOfSequence, validationNeedsGenKeyDigest, deliveredContent, executionTimes);
    }

    /** With another answer to a public key that is no point of the curve. */
    public SimulatorSettings withPublicKeyNotOnCurve(StatusCode status) {
        return new SimulatorSettings(wrongInputMac, lockSummaryMismatch, otherDataMismatch, addressBeyondZone, status,
                shaOutOfSequence, validationNeedsGenKeyDigest, deliveredContent, executionTimes);
    }

    /** With another answer to SHA without a start. */
    public SimulatorSettings withShaOutOfSequence(StatusCode status) {
        return new SimulatorSettings(wrongInputMac, lockSummaryMismatch, otherDataMismatch, addressBeyondZone,
                publicKeyNotOnCurve, status, validationNeedsGenKeyDigest, deliveredContent, executionTimes);
    }

    /** With or without the demand that TempKey holds GenKey's digest of the slot. */
    public SimulatorSettings withValidationNeedsGenKeyDigest(boolean needed) {
        return new SimulatorSettings(wrongInputMac, lockSummaryMismatch, otherDataMismatch, addressBeyondZone,
                publicKeyNotOnCurve, shaOutOfSequence, needed, deliveredContent, executionTimes);
    }

    /** With other content of never-written slots. */
    public SimulatorSettings withDeliveredContent(DeliveredContent content) {
        return new SimulatorSettings(wrongInputMac, lockSummaryMismatch, otherDataMismatch, addressBeyondZone,
                publicKeyNotOnCurve, shaOutOfSequence, validationNeedsGenKeyDigest, content, executionTimes);
    }

    /** With other execution times. */
    public SimulatorSettings withExecutionTimes(ExecutionTimes times) {
        return new SimulatorSettings(wrongInputMac, lockSummaryMismatch, otherDataMismatch, addressBeyondZone,
                publicKeyNotOnCurve, shaOutOfSequence, validationNeedsGenKeyDigest, deliveredContent, times);
    }
}
