package org.trustflex.certificates.compressed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.trustflex.certificates.CertificateTime;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.RejectedValue;

/**
 * The validity of a compressed certificate: an hour from which it is valid, and the number of years until the same hour, 0
 * of which mean for ever. Three bytes hold year since 2000 (5 bits), month (4), day (5), hour (5) and years (5); four more
 * bits elsewhere extend year and years in format 1 and 2 (ATECC608 compressed certificate definition).
 *
 * @param issue       the full hour from which it is valid, UTC, in the years 2000 to 2127
 * @param expireYears 0 to 127
 * @param format      0 while year and years fit into five bits each; 1 or 2 with the extension bits
 */
public record EncodedDates(LocalDateTime issue, int expireYears, int format) {

    /** The last year in which a certificate can be issued. */
    public static final int LAST_YEAR = 2127;
    /** The longest validity that can be given in years. */
    public static final int LONGEST_VALIDITY = 127;

    private static final int FIRST_YEAR = 2000;
    private static final int FIVE_BITS = 31;
    private static final int LARGEST_FORMAT = 2;

    /** @throws IllegalArgumentException if the format can't hold the values, or the last day is none */
    public EncodedDates {
        if (!canHold(format, issue, expireYears)) {
            throw new IllegalArgumentException("Not to be encoded: " + issue + ", " + expireYears + " years");
        }
        if (endsOnMissingDay(issue, expireYears)) {
            throw new IllegalArgumentException("There is no 29 February " + (issue.getYear() + expireYears));
        }
    }

    private static boolean canHold(int format, LocalDateTime issue, int years) {
        int limit = format == 0 ? FIVE_BITS : LONGEST_VALIDITY;
        int year = issue.getYear() - FIRST_YEAR;
        return format >= 0 && format <= LARGEST_FORMAT && year >= 0 && year <= limit && years >= 0 && years <= limit
                && issue.equals(issue.truncatedTo(ChronoUnit.HOURS));
    }

    private static boolean endsOnMissingDay(LocalDateTime issue, int years) {
        return issue.plusYears(years).getDayOfMonth() != issue.getDayOfMonth();
    }

    /** The dates in the smallest format that holds them. */
    public static EncodedDates of(LocalDateTime issue, int expireYears) {
        boolean small = issue.getYear() - FIRST_YEAR <= FIVE_BITS && expireYears <= FIVE_BITS;
        return new EncodedDates(issue, expireYears, small ? 0 : 1);
    }

    /**
     * The latest dates not after a moment: its full hour, or, where that is on a 29 February and the year of expiry has
     * none, the last hour of the day before.
     *
     * @throws RejectedValue if such a moment or so many years can't be encoded
     */
    public static EncodedDates latest(Instant now, int expireYears) throws RejectedValue {
        LocalDateTime hour = LocalDateTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        if (hour.getYear() < FIRST_YEAR || hour.getYear() > LAST_YEAR) {
            throw new RejectedValue(Messages.text("dates.year", hour.getYear(), FIRST_YEAR, LAST_YEAR));
        }
        if (expireYears < 0 || expireYears > LONGEST_VALIDITY) {
            throw new RejectedValue(Messages.text("dates.years", expireYears, LONGEST_VALIDITY));
        }
        if (endsOnMissingDay(hour, expireYears)) {
            hour = hour.truncatedTo(ChronoUnit.DAYS).minusHours(1);
        }
        return of(hour, expireYears);
    }

    /**
     * The dates of a certificate.
     *
     * @throws MalformedCertificate if it begins or ends at a moment that can't be encoded
     */
    public static EncodedDates of(CertificateTime notBefore, CertificateTime notAfter) throws MalformedCertificate {
        return find(notBefore, notAfter).orElseThrow(() -> new MalformedCertificate(
                Messages.text("dates.unfit", notBefore.instant(), notAfter.instant())));
    }

    /** The dates of a certificate, unless it begins or ends at a moment that can't be encoded. */
    public static Optional<EncodedDates> find(CertificateTime notBefore, CertificateTime notAfter) {
        LocalDateTime from = LocalDateTime.ofInstant(notBefore.instant(), ZoneOffset.UTC);
        LocalDateTime until = LocalDateTime.ofInstant(notAfter.instant(), ZoneOffset.UTC);
        int years = notAfter.instant().equals(CertificateTime.NO_EXPIRY.instant()) ? 0
                : until.getYear() - from.getYear();
        if (!canHold(1, from, years) || endsOnMissingDay(from, years)) {
            return Optional.empty();
        }
        EncodedDates dates = of(from, years);
        return Optional.of(dates).filter(found -> found.notAfter().instant().equals(notAfter.instant()));
    }

    /**
     * Reads the bytes of a compressed certificate.
     *
     * @param three     year to expire years
     * @param format    the format version
     * @param extension the byte with the extension bits in its upper half
     * @throws MalformedCertificate if they hold no date
     */
    static EncodedDates decode(byte[] three, int format, int extension) throws MalformedCertificate {
        int bits = (three[0] & 0xFF) << 16 | (three[1] & 0xFF) << 8 | three[2] & 0xFF;
        boolean extended = format > 0;
        int year = FIRST_YEAR + (bits >> 19) + (extended ? (extension >> 6 & 3) << 5 : 0);
        int years = (bits & FIVE_BITS) + (extended ? (extension >> 4 & 3) << 5 : 0);
        try {
            LocalDateTime issue = LocalDateTime.of(year, bits >> 15 & 15, bits >> 10 & FIVE_BITS, bits >> 5 & FIVE_BITS,
                    0);
            return new EncodedDates(issue, years, format);
        } catch (DateTimeException | IllegalArgumentException none) {
            throw new MalformedCertificate(Messages.text("dates.damaged", none.getMessage()), none);
        }
    }

    /** The three bytes, as they also enter hashed serial numbers. */
    public byte[] bytes() {
        int bits = (issue.getYear() - FIRST_YEAR & FIVE_BITS) << 19 | issue.getMonthValue() << 15
                | issue.getDayOfMonth() << 10 | issue.getHour() << 5 | expireYears & FIVE_BITS;
        return new byte[] { (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits };
    }

    /** The upper bits of year and years, in the upper half of a byte; 0 in format 0. */
    public int extensionByte() {
        return (issue.getYear() - FIRST_YEAR >> 5) << 6 | (expireYears >> 5) << 4;
    }

    /** What enters a hashed serial number: the three bytes, and the extension byte unless the format is 0. */
    byte[] hashed() {
        byte[] three = bytes();
        return format == 0 ? three : new byte[] { three[0], three[1], three[2], (byte) extensionByte() };
    }

    /** The beginning as it stands in a certificate. */
    public CertificateTime notBefore() {
        return CertificateTime.of(issue.toInstant(ZoneOffset.UTC));
    }

    /** The end as it stands in a certificate: always a GeneralizedTime, 9999-12-31 23:59:59 if there is none. */
    public CertificateTime notAfter() {
        return expireYears == 0 ? CertificateTime.NO_EXPIRY
                : CertificateTime.generalized(issue.plusYears(expireYears).toInstant(ZoneOffset.UTC));
    }
}
