package org.trustflex.cli.console;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns what a user types as a time, such as 2s, 1.5s, 300ms or 1m, into a duration of at most a day. */
public final class DeviceTime implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,8}(?:\\.\\d{1,9})?)(us|ms|s|m|h)");
    private static final Map<String, Long> NANOSECONDS = Map.of("us", 1000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m",
            60_000_000_000L, "h", 3_600_000_000_000L);
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration convert(String typed) {
        Matcher form = FORM.matcher(typed);
        if (form.matches()) {
            BigDecimal nanoseconds = new BigDecimal(form.group(1))
                    .multiply(BigDecimal.valueOf(NANOSECONDS.getOrDefault(form.group(2), 0L)));
            if (nanoseconds.signum() > 0 && nanoseconds.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) <= 0) {
                return Duration.ofNanos(nanoseconds.longValue());
            }
        }
        throw new TypeConversionException(Messages.text("time", typed));
    }
}
