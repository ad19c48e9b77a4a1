/**
 * How fast it is: JMH benchmarks with peers measured in the same run. Started by releng/bench; none of them is a test.
 */
package org.trustflex.benchmarks;
