package org.trustflex.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader who does what the documents say gets what they say. */
class DocumentsTest {

    private static final Documents DOCUMENTS = new Documents(Repository.ROOT);

    @ParameterizedTest
    @MethodSource("names")
    void everyPathIsThere(String document) {
        assertEquals(List.of(), DOCUMENTS.pathProblems(document));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCommandIsThere(String document) {
        assertEquals(List.of(), DOCUMENTS.commandProblems(document));
    }

    @Test
    void theMapShowsEveryBundle() {
        assertEquals(List.of(), DOCUMENTS.missingOnTheMap());
    }

    private static List<String> names() {
        return Documents.NAMES;
    }
}
