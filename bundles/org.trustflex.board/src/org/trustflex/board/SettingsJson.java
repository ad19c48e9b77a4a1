package org.trustflex.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.environment.DeliveredContent;
import org.trustflex.simulator.environment.ExecutionTimes;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.environment.TempKeyAfterRefusal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a simulated part as a JSON object: a member for each {@link OpenPoint}, named like it ("wrongInputMac")
 * with the answer as two hex digits, and one for each other choice of {@link SimulatorSettings}, as a lower-case word.
 */
final class SettingsJson {

    private static final String VALIDATION_NEEDS_DIGEST = "validationNeedsGenKeyDigest";
    private static final String TEMP_KEY_AFTER_REFUSAL = "tempKeyAfterRefusal";
    private static final String DELIVERED_CONTENT = "deliveredContent";
    private static final String EXECUTION_TIMES = "executionTimes";

    private SettingsJson() {
    }

    static JsonObject write(SimulatorSettings settings) {
        JsonObject object = new JsonObject();
        for (OpenPoint point : OpenPoint.values()) {
            object.addProperty(member(point), settings.answer(point).hex());
        }
        object.addProperty(VALIDATION_NEEDS_DIGEST, settings.validationNeedsGenKeyDigest());
        object.addProperty(TEMP_KEY_AFTER_REFUSAL, word(settings.tempKeyAfterRefusal()));
        object.addProperty(DELIVERED_CONTENT, word(settings.deliveredContent()));
        object.addProperty(EXECUTION_TIMES, word(settings.executionTimes()));
        return object;
    }

    /** WRONG_INPUT_MAC is "wrongInputMac". */
    static String member(OpenPoint point) {
        StringBuilder name = new StringBuilder();
        for (String word : point.name().split("_")) {
            name.append(name.isEmpty() ? word.toLowerCase(Locale.ROOT)
                    : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /**
     * Reads the settings; where there are none, the defaults.
     *
     * @throws IllegalArgumentException if a member is unknown or its value is; the message says which
     */
    static SimulatorSettings read(@Nullable JsonElement element) {
        SimulatorSettings settings = SimulatorSettings.defaults();
        if (element == null) {
            return settings;
        }
        if (!element.isJsonObject()) {
            throw new IllegalArgumentException(element.toString());
        }
        for (Map.Entry<String, JsonElement> member : element.getAsJsonObject().entrySet()) {
            String name = member.getKey();
            String value = member.getValue().isJsonPrimitive() ? member.getValue().getAsString() : "";
            try {
                settings = with(settings, name, value)
                        .orElseThrow(() -> new IllegalArgumentException(name));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(name + " = " + value, unknown);
            }
        }
        return settings;
    }

    private static Optional<SimulatorSettings> with(SimulatorSettings settings, String name, String value) {
        return switch (name) {
            case VALIDATION_NEEDS_DIGEST -> Optional.of(settings.withValidationNeedsGenKeyDigest(truth(value)));
            case TEMP_KEY_AFTER_REFUSAL -> Optional
                    .of(settings.withTempKeyAfterRefusal(TempKeyAfterRefusal.valueOf(constant(value))));
            case DELIVERED_CONTENT -> Optional
                    .of(settings.withDeliveredContent(DeliveredContent.valueOf(constant(value))));
            case EXECUTION_TIMES -> Optional.of(settings.withExecutionTimes(ExecutionTimes.valueOf(constant(value))));
            default -> Arrays.stream(OpenPoint.values()).filter(point -> member(point).equals(name)).findFirst()
                    .map(point -> settings.with(point, status(value)));
        };
    }

    private static StatusCode status(String hex) {
        return StatusCode.fromCode(Integer.parseInt(hex, 16)).orElseThrow(() -> new IllegalArgumentException(hex));
    }

    private static boolean truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }
}
