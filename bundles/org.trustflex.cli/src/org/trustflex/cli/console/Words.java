package org.trustflex.cli.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Turns a word on the command line into a constant, and says which words there are if it is none of them.
 *
 * @param <E> the constants
 */
public final class Words<E extends Enum<E>> implements ITypeConverter<E> {

    private final Class<E> type;

    /** The words for these constants: their names in lower case. */
    public Words(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String typed) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equalsIgnoreCase(typed))
                .findFirst().orElseThrow(() -> new TypeConversionException(Messages.text("word", typed, words())));
    }

    private String words() {
        return Arrays.stream(type.getEnumConstants()).map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
