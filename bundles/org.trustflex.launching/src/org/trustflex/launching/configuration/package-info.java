/**
 * The launch configuration types: what they can be told, their delegates, and the questions that they ask.
 */
@NullMarked
package org.trustflex.launching.configuration;

import org.jspecify.annotations.NullMarked;
