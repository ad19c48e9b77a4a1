/**
 * Where the programs are that are called and never bundled: OpenOCD, compiler, debugger and the vendor's programmer.
 */
@NullMarked
package org.trustflex.launching.tools;

import org.jspecify.annotations.NullMarked;
