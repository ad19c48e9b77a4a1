/**
 * Making TrustFLEX projects: wizards, and the nature for a project that is there.
 */
@NullMarked
package org.trustflex.ui.projects;

import org.jspecify.annotations.NullMarked;
