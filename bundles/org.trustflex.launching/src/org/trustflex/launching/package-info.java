/**
 * TrustFLEX projects in the workspace, their boards, and the headless application that runs a launch configuration.
 */
@NullMarked
package org.trustflex.launching;

import org.jspecify.annotations.NullMarked;
