package org.trustflex.certificates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;

/**
 * A moment in a certificate together with the way it is written, which is part of what is signed.
 *
 * @param instant whole seconds
 * @param form    how it is written
 */
public record CertificateTime(Instant instant, Form form) {

    /** The two ways (RFC 5280, sections 4.1.2.5.1 and 4.1.2.5.2). */
    public enum Form {
        /** Two digits for the year, 1950 to 2049. */
        UTC_TIME,
        /** Four digits for the year. */
        GENERALIZED_TIME
    }

    /** The end of a certificate that does not expire (RFC 5280, section 4.1.2.5). */
    public static final CertificateTime NO_EXPIRY = generalized(Instant.parse("9999-12-31T23:59:59Z"));

    private static final int LAST_UTC_TIME_YEAR = 2049;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Cuts off fractions of a second. */
    public CertificateTime {
        instant = instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** In the form that RFC 5280 asks for: UTCTime through the year 2049, GeneralizedTime from 2050 on. */
    public static CertificateTime of(Instant instant) {
        boolean early = instant.atOffset(ZoneOffset.UTC).getYear() <= LAST_UTC_TIME_YEAR;
        return new CertificateTime(instant, early ? Form.UTC_TIME : Form.GENERALIZED_TIME);
    }

    /** As GeneralizedTime in any year, which is how the Trust Platform writes the end of compressed certificates. */
    public static CertificateTime generalized(Instant instant) {
        return new CertificateTime(instant, Form.GENERALIZED_TIME);
    }

    Time asn1() {
        return form == Form.UTC_TIME ? new Time(new DERUTCTime(SHORT.format(instant)))
                : new Time(new DERGeneralizedTime(LONG.format(instant)));
    }
}
