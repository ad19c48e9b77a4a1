package org.trustflex.sample;

/** Never run. */
class BoardsTest {
}
