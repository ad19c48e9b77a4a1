/**
 * What an operation would write, for a user who decides whether to run it.
 */
@NullMarked
package org.trustflex.provisioning.plan;

import org.jspecify.annotations.NullMarked;
