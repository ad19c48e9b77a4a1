/**
 * Runs the provisioning operations in Eclipse: as a job, or as a process of a launch.
 */
@NullMarked
package org.trustflex.launching.operation;

import org.jspecify.annotations.NullMarked;
