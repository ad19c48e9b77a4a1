package org.trustflex.certificates.authority;

import java.nio.charset.StandardCharsets;

import org.trustflex.certificates.CertificateName;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.compressed.EncodedDates;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.certificates.definition.NamePattern;

/**
 * What somebody can choose of a chain of their own. Every value has been checked.
 */
public final class ChainProfile {

    /** The longest organisation name: 24 bytes in UTF-8, the room that the Trust Platform's template has for it. */
    public static final int LONGEST_ORGANIZATION = 24;

    /** RFC 5280, appendix A: ub-common-name. */
    private static final int LONGEST_COMMON_NAME = 64;
    private static final int SIGNER_ID_DIGITS = 4;
    private static final int SERIAL_NUMBER_DIGITS = 18;
    private static final int ROOT_DAYS = 365 * 40;
    /** Up to the year 9999, whatever the clock says. */
    private static final int LONGEST_ROOT_DAYS = 365 * 7000;
    private static final int SIGNER_YEARS = 31;
    private static final int DEVICE_YEARS = 28;

    private final String organization;
    private final String rootName;
    private final String signerPrefix;
    private final SignerId signerId;
    private final String devicePrefix;
    private final int rootDays;
    private final int signerYears;
    private final int deviceYears;
    private final boolean rootDaysChosen;
    private final boolean yearsChosen;

    private ChainProfile(String organization, String rootName, String signerPrefix, SignerId signerId,
            String devicePrefix, int rootDays, int signerYears, int deviceYears, boolean rootDaysChosen,
            boolean yearsChosen) {
        this.organization = organization;
        this.rootName = rootName;
        this.signerPrefix = signerPrefix;
        this.signerId = signerId;
        this.devicePrefix = devicePrefix;
        this.rootDays = rootDays;
        this.signerYears = signerYears;
        this.deviceYears = deviceYears;
        this.rootDaysChosen = rootDaysChosen;
        this.yearsChosen = yearsChosen;
    }

    /**
     * The chain of the Trust Platform guide for an organisation.
     *
     * @param organization 1 to 24 bytes in UTF-8, no control characters, no blank at either end
     * @throws RejectedValue if the name is not that; the message says why
     */
    public static ChainProfile forOrganization(String organization) throws RejectedValue {
        String what = Messages.text("what.organization");
        requireText(what, organization);
        int length = organization.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_ORGANIZATION) {
            throw new RejectedValue(Messages.text("organization.long", organization, length, LONGEST_ORGANIZATION));
        }
        return new ChainProfile(organization, "Crypto Authentication Root CA 002", "Crypto Authentication Signer ",
                SignerId.DEFAULT, "sn", ROOT_DAYS, SIGNER_YEARS, DEVICE_YEARS, false, false);
    }

    /** The same with another common name of the root. */
    public ChainProfile withRootName(String name) throws RejectedValue {
        requireCommonName(Messages.text("what.root"), name, 0);
        return new ChainProfile(organization, name, signerPrefix, signerId, devicePrefix, rootDays, signerYears,
                deviceYears, rootDaysChosen, yearsChosen);
    }

    /** The same with another common name of the signer, to which a blank and the signer id are added. */
    public ChainProfile withSignerName(String name) throws RejectedValue {
        requireCommonName(Messages.text("what.signer"), name, 1 + SIGNER_ID_DIGITS);
        return new ChainProfile(organization, rootName, name + " ", signerId, devicePrefix, rootDays, signerYears,
                deviceYears, rootDaysChosen, yearsChosen);
    }

    /** The same with another signer id. */
    public ChainProfile withSignerId(SignerId id) {
        return new ChainProfile(organization, rootName, signerPrefix, id, devicePrefix, rootDays, signerYears,
                deviceYears, rootDaysChosen, yearsChosen);
    }

    /** The same with another beginning of the device's common name, to which the serial number is added. */
    public ChainProfile withDevicePrefix(String prefix) throws RejectedValue {
        requireCommonName(Messages.text("what.device"), prefix, SERIAL_NUMBER_DIGITS);
        return new ChainProfile(organization, rootName, signerPrefix, signerId, prefix, rootDays, signerYears,
                deviceYears, rootDaysChosen, yearsChosen);
    }

    /** The same with another validity of the root in days, 0 for no expiry. */
    public ChainProfile withRootDays(int days) throws RejectedValue {
        if (days < 0 || days > LONGEST_ROOT_DAYS) {
            throw new RejectedValue(Messages.text("root.days", days, LONGEST_ROOT_DAYS));
        }
        return new ChainProfile(organization, rootName, signerPrefix, signerId, devicePrefix, days, signerYears,
                deviceYears, true, yearsChosen);
    }

    /** The same with other validities of signer and device in years, 0 for no expiry. */
    public ChainProfile withYears(int signer, int device) throws RejectedValue {
        for (int years : new int[] { signer, device }) {
            if (years < 0 || years > EncodedDates.LONGEST_VALIDITY) {
                throw new RejectedValue(Messages.text("years", years, EncodedDates.LONGEST_VALIDITY));
            }
        }
        return new ChainProfile(organization, rootName, signerPrefix, signerId, devicePrefix, rootDays, signer,
                device, rootDaysChosen, true);
    }

    private static void requireCommonName(String what, String name, int added) throws RejectedValue {
        requireText(what, name);
        int length = name.codePointCount(0, name.length()) + added;
        if (length > LONGEST_COMMON_NAME) {
            throw new RejectedValue(Messages.text("name.long", what, name, LONGEST_COMMON_NAME - added));
        }
    }

    private static void requireText(String what, String name) throws RejectedValue {
        if (name.isEmpty()) {
            throw new RejectedValue(Messages.text("name.empty", what));
        }
        if (!name.strip().equals(name)) {
            throw new RejectedValue(Messages.text("name.blank", what, name));
        }
        int unseen = name.codePoints().filter(ChainProfile::isUnseen).findFirst().orElse(-1);
        if (unseen >= 0) {
            throw new RejectedValue(Messages.text("name.unseen", what, String.format("U+%04X", unseen)));
        }
    }

    /** Characters that nobody sees or that change how others are seen, and halves of characters. */
    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
                true;
            default -> false;
        };
    }

    /** The organisation in all names. */
    public String organization() {
        return organization;
    }

    /** Which signer it is. */
    public SignerId signerId() {
        return signerId;
    }

    /** The validity of the root in days, 0 for no expiry. */
    public int rootDays() {
        return rootDays;
    }

    /** The validity of the signer in years, 0 for no expiry. */
    public int signerYears() {
        return signerYears;
    }

    /** The validity of devices in years, 0 for no expiry. */
    public int deviceYears() {
        return deviceYears;
    }

    /** Whether somebody chose the validity of the root, so that an existing one with another does not fit. */
    boolean rootDaysChosen() {
        return rootDaysChosen;
    }

    /** Whether somebody chose the validities of signer and device. */
    boolean yearsChosen() {
        return yearsChosen;
    }

    /** The root's name. */
    public CertificateName root() {
        return new CertificateName(organization, rootName);
    }

    /** The signer's name. */
    public CertificateName signer() {
        return new CertificateName(organization, signerPrefix + signerId);
    }

    /** The names of devices. */
    public NamePattern device() {
        return NamePattern.device(organization, devicePrefix);
    }
}
