package org.trustflex.certificates.compressed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustflex.certificates.CertificateTime;
import org.trustflex.certificates.CertificateTime.Form;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.vectors.SeededRandom;
import org.trustflex.certificates.vectors.Vectors;

import com.google.gson.JsonObject;

class EncodedDatesTest {

    static Stream<JsonObject> cases() {
        return Vectors.load("compcert_dates.json").getAsJsonArray("cases").asList().stream()
                .map(element -> element.getAsJsonObject());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void datesAreEncodedAsTheVendorsLibraryEncodesThem(JsonObject vector) throws MalformedCertificate {
        LocalDateTime issue = LocalDateTime.of(vector.get("year").getAsInt(), vector.get("month").getAsInt(),
                vector.get("day").getAsInt(), vector.get("hour").getAsInt(), 0);
        EncodedDates dates = EncodedDates.of(issue, vector.get("expire_years").getAsInt());
        byte[] expected = HexFormat.of().parseHex(vector.get("enc").getAsString());
        assertArrayEquals(expected, dates.bytes());
        assertEquals(dates, EncodedDates.decode(expected, 0, 0));
    }

    /** Every day of every year that can be encoded, the hours and years of validity in turn, and once more at random. */
    @Test
    void allEncodableDatesComeBackFromTheirBytes() throws MalformedCertificate {
        SecureRandom random = SeededRandom.create("allEncodableDates");
        LocalDateTime end = LocalDateTime.of(EncodedDates.LAST_YEAR + 1, 1, 1, 0, 0);
        int count = 0;
        for (LocalDateTime issue = LocalDateTime.of(2000, 1, 1, 0, 0); issue.isBefore(end); issue = issue
                .plusHours(1)) {
            comesBack(issue, count % 128);
            comesBack(issue, random.nextInt(128));
            count += 2;
        }
        assertTrue(count > 2_000_000, count + " dates");
    }

    /** All values of the first format, exhaustively for one year in four, since only the leap day tells years apart. */
    @Test
    void everyValidityComesBackInTheFirstFormat() throws MalformedCertificate {
        for (int year = 2020; year <= 2024; year += 4) {
            LocalDateTime end = LocalDateTime.of(year + 1, 1, 1, 0, 0);
            for (LocalDateTime issue = LocalDateTime.of(year, 1, 1, 0, 0); issue.isBefore(end); issue = issue
                    .plusHours(1)) {
                for (int years = 0; years <= 31; years++) {
                    comesBack(issue, years);
                }
            }
        }
    }

    private static void comesBack(LocalDateTime issue, int years) throws MalformedCertificate {
        boolean leapDay = issue.getMonthValue() == 2 && issue.getDayOfMonth() == 29;
        if (leapDay && !Year.isLeap(issue.getYear() + years)) {
            assertThrows(IllegalArgumentException.class, () -> EncodedDates.of(issue, years));
            return;
        }
        EncodedDates dates = EncodedDates.of(issue, years);
        boolean small = issue.getYear() <= 2031 && years <= 31;
        if (dates.format() != (small ? 0 : 1) || !Layout.fits(dates.bytes(), issue, years)
                || !dates.equals(EncodedDates.decode(dates.bytes(), dates.format(), dates.extensionByte()))
                || !dates.equals(EncodedDates.of(dates.notBefore(), dates.notAfter()))) {
            throw new AssertionError(issue + " for " + years + " years: " + dates);
        }
    }

    /** The layout of the definition's table, written down bit by bit a second time. */
    private static final class Layout {
        static boolean fits(byte[] bytes, LocalDateTime issue, int years) {
            StringBuilder bits = new StringBuilder();
            append(bits, issue.getYear() - 2000, 5);
            append(bits, issue.getMonthValue(), 4);
            append(bits, issue.getDayOfMonth(), 5);
            append(bits, issue.getHour(), 5);
            append(bits, years, 5);
            int value = Integer.parseInt(bits.toString(), 2);
            return value == ((bytes[0] & 0xFF) << 16 | (bytes[1] & 0xFF) << 8 | bytes[2] & 0xFF);
        }

        private static void append(StringBuilder bits, int value, int width) {
            for (int bit = width - 1; bit >= 0; bit--) {
                bits.append(value >> bit & 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "2024-02-29T10:20:30Z,28,2024-02-29T10:00,29 February in a leap year that ends in one",
            "2024-02-29T10:20:30Z,31,2024-02-28T23:00,29 February that would end on a day that there is not",
            "2100-02-28T23:59:59Z,1,2100-02-28T23:00,2100 is no leap year",
            "2127-12-31T23:59:59Z,127,2127-12-31T23:00,the very last",
            "2000-01-01T00:00:00Z,0,2000-01-01T00:00,the first" })
    void theLatestDatesAreTheFullHour(String now, int years, String issue, String why) throws RejectedValue {
        assertEquals(LocalDateTime.parse(issue), EncodedDates.latest(Instant.parse(now), years).issue(), why);
    }

    @ParameterizedTest
    @CsvSource({ "1999-12-31T23:59:59Z,28,1999", "2128-01-01T00:00:00Z,28,2128", "2026-01-01T00:00:00Z,128,128",
            "2026-01-01T00:00:00Z,-1,-1" })
    void whatCantBeEncodedIsRejectedWithTheReason(String now, int years, String reason) {
        RejectedValue rejected = assertThrows(RejectedValue.class,
                () -> EncodedDates.latest(Instant.parse(now), years));
        assertTrue(rejected.getMessage().contains(reason), rejected.getMessage());
    }

    @ParameterizedTest
    @CsvSource({ "2049-12-31T23:00,28,UTC_TIME,2077-12-31T23:00:00Z",
            "2050-01-01T00:00,28,GENERALIZED_TIME,2078-01-01T00:00:00Z",
            "2020-07-01T08:00,20,UTC_TIME,2040-07-01T08:00:00Z", "2020-07-01T08:00,0,UTC_TIME,9999-12-31T23:59:59Z" })
    void theFormChangesWith2050AndTheEndIsAlwaysGeneralized(LocalDateTime issue, int years, Form form, String end) {
        EncodedDates dates = EncodedDates.of(issue, years);
        assertEquals(form, dates.notBefore().form());
        assertEquals(CertificateTime.generalized(Instant.parse(end)), dates.notAfter());
    }

    /** Month 0 and 13, day 0, 30 February, hour 24, and a leap day of which the end is missing. */
    @ParameterizedTest
    @CsvSource({ "000000", "a02514", "a68514", "a38114", "a17914", "a38714", "a1751f" })
    void bytesThatAreNoDateAreRefused(String hex) {
        assertThrows(MalformedCertificate.class, () -> EncodedDates.decode(HexFormat.of().parseHex(hex), 0, 0));
    }

    @Test
    void certificatesThatDontBeginAtAFullHourCantBeCompressed() {
        CertificateTime odd = CertificateTime.of(Instant.parse("2020-07-01T08:05:19Z"));
        CertificateTime full = CertificateTime.of(Instant.parse("2020-07-01T08:00:00Z"));
        CertificateTime otherDay = CertificateTime.generalized(Instant.parse("2040-07-02T08:00:00Z"));
        assertThrows(MalformedCertificate.class, () -> EncodedDates.of(odd, CertificateTime.NO_EXPIRY));
        assertThrows(MalformedCertificate.class, () -> EncodedDates.of(full, otherDay));
        assertThrows(MalformedCertificate.class, () -> EncodedDates.of(otherDay, full));
    }
}
