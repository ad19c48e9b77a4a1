package org.trustflex.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.device.BusDevice;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.transport.InMemoryKit;
import org.trustflex.simulator.SimulatedElement;

/** Commands a second through the kit protocol in 64-byte reports, as on hardware, with the wire in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class KitBenchmark {

    private SecureElement session;

    /** A kit with one part on its bus. */
    @Setup
    public void prepare() throws IOException, ElementException {
        Part part = Part.delivered();
        KitProgram program = new KitProgram(new KitBus(List.of(new OnTheBus(part.element()))));
        session = SecureElement.open(new KitSession(InMemoryKit.link(program)).select(part.i2cAddress()));
    }

    /** One Info: wake, talk and idle. */
    @Benchmark
    public Revision smallCommand() throws ElementException {
        return session.revision();
    }

    private record OnTheBus(SimulatedElement element) implements BusDevice {

        @Override
        public int address() {
            return element.i2cAddress();
        }

        @Override
        public Optional<byte[]> wake() {
            return element.wake();
        }

        @Override
        public void idle() {
            element.idle();
        }

        @Override
        public boolean sleep() {
            return element.sleep();
        }

        @Override
        public Optional<byte[]> execute(byte[] packet) {
            return element.execute(packet);
        }
    }
}
