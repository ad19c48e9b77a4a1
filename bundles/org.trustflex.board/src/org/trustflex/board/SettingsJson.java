package org.trustflex.board;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.environment.DeliveredContent;
import org.trustflex.simulator.environment.ExecutionTimes;
import org.trustflex.simulator.environment.SimulatorSettings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a simulated part as a JSON object: a member for each component of {@link SimulatorSettings}, answers
 * as two hex digits, choices as lower-case words.
 */
final class SettingsJson {

    private static final String WRONG_INPUT_MAC = "wrongInputMac";
    private static final String LOCK_SUMMARY_MISMATCH = "lockSummaryMismatch";
    private static final String OTHER_DATA_MISMATCH = "otherDataMismatch";
    private static final String ADDRESS_BEYOND_ZONE = "addressBeyondZone";
    private static final String PUBLIC_KEY_NOT_ON_CURVE = "publicKeyNotOnCurve";
    private static final String SHA_OUT_OF_SEQUENCE = "shaOutOfSequence";
    private static final String VALIDATION_NEEDS_DIGEST = "validationNeedsGenKeyDigest";
    private static final String DELIVERED_CONTENT = "deliveredContent";
    private static final String EXECUTION_TIMES = "executionTimes";

    private SettingsJson() {
    }

    static JsonObject write(SimulatorSettings settings) {
        JsonObject object = new JsonObject();
        object.addProperty(WRONG_INPUT_MAC, settings.wrongInputMac().hex());
        object.addProperty(LOCK_SUMMARY_MISMATCH, settings.lockSummaryMismatch().hex());
        object.addProperty(OTHER_DATA_MISMATCH, settings.otherDataMismatch().hex());
        object.addProperty(ADDRESS_BEYOND_ZONE, settings.addressBeyondZone().hex());
        object.addProperty(PUBLIC_KEY_NOT_ON_CURVE, settings.publicKeyNotOnCurve().hex());
        object.addProperty(SHA_OUT_OF_SEQUENCE, settings.shaOutOfSequence().hex());
        object.addProperty(VALIDATION_NEEDS_DIGEST, settings.validationNeedsGenKeyDigest());
        object.addProperty(DELIVERED_CONTENT, word(settings.deliveredContent()));
        object.addProperty(EXECUTION_TIMES, word(settings.executionTimes()));
        return object;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
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
        return Optional.ofNullable(switch (name) {
            case WRONG_INPUT_MAC -> settings.withWrongInputMac(status(value));
            case LOCK_SUMMARY_MISMATCH -> settings.withLockSummaryMismatch(status(value));
            case OTHER_DATA_MISMATCH -> settings.withOtherDataMismatch(status(value));
            case ADDRESS_BEYOND_ZONE -> settings.withAddressBeyondZone(status(value));
            case PUBLIC_KEY_NOT_ON_CURVE -> settings.withPublicKeyNotOnCurve(status(value));
            case SHA_OUT_OF_SEQUENCE -> settings.withShaOutOfSequence(status(value));
            case VALIDATION_NEEDS_DIGEST -> settings.withValidationNeedsGenKeyDigest(truth(value));
            case DELIVERED_CONTENT -> settings
                    .withDeliveredContent(DeliveredContent.valueOf(value.toUpperCase(Locale.ROOT)));
            case EXECUTION_TIMES -> settings
                    .withExecutionTimes(ExecutionTimes.valueOf(value.toUpperCase(Locale.ROOT)));
            default -> null;
        });
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
