package org.trustflex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.certificates.CustomChain;
import org.trustflex.provisioning.certificates.DeviceChain;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.KeyRotation;

/**
 * Milliseconds of whole use cases on a part without device time. The project is in the folder that the system property
 * trustflex.benchmark.folder names, by default that for temporary files; its files are forced to the disk as always.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ProvisioningBenchmark {

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private Part part;
    private Project project;
    private Part newPart;
    private Project newProject;

    /** A part and a project with resources. */
    @Setup(Level.Trial)
    public void prepare() throws IOException, ElementException, ProvisioningException {
        part = Part.delivered();
        project = emptyProject();
        new ResourceGeneration(project, random, clock).run(part, ResourceOptions.DEFAULT, new Silent());
    }

    /** A part and a project that know nothing of each other, so that all three certificates are made. */
    @Setup(Level.Invocation)
    public void prepareNew() throws IOException, ProvisioningException {
        newPart = Part.delivered();
        newProject = emptyProject();
    }

    private static Project emptyProject() throws IOException, ProvisioningException {
        Path parent = Path.of(System.getProperty("trustflex.benchmark.folder", System.getProperty("java.io.tmpdir")));
        return Project.openOrCreate(Files.createTempDirectory(parent, "trustflex-benchmark"));
    }

    /** One rotation: generate, authorize, invalidate, write, validate, verify. */
    @Benchmark
    public boolean rotation() throws ElementException, ProvisioningException {
        return new KeyRotation(project, random, clock).rotate(part, new Silent());
    }

    /** Root, signer and device certificate issued, written, read back, rebuilt and verified. */
    @Benchmark
    public DeviceChain customChain() throws ElementException, ProvisioningException, RejectedValue {
        return new CustomChain(newProject, random, clock).create(ChainProfile.forOrganization("Acme Devices"), newPart,
                new Silent());
    }
}
