package cloud.jarrah.agent;

import cloud.jarrah.agent.config.AgentConfig;
import cloud.jarrah.agent.config.AgentConfig.HostPort;
import cloud.jarrah.agent.enrolment.Enroller;
import cloud.jarrah.agent.enrolment.EnrolmentException;
import cloud.jarrah.agent.messaging.ClientThreads;
import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.agent.simulated.ControlApi;
import cloud.jarrah.agent.simulated.SimulatedFleet;
import cloud.jarrah.agent.simulated.WakeListener;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A process full of simulated hosts, and the place where faults are ordered. */
record Simulator(SimulatedFleet fleet, @Nullable ControlApi control, @Nullable WakeListener waking)
    implements AutoCloseable {

  static Simulator start(AgentConfig config, AgentThreads threads, Clock clock, Enroller enroller)
      throws IOException, EnrolmentException {
    ClientThreads.withoutLimit();
    SimulatedFleet fleet = new SimulatedFleet(config, threads, clock, enroller);
    @Nullable HostPort bind = config.simulation().control();
    ControlApi control = bind == null ? null : new ControlApi(bind, fleet, threads.commands());
    int wakePort = config.simulation().wakePort();
    @Nullable WakeListener waking = wakePort == 0 ? null : new WakeListener(wakePort, fleet::wake);
    fleet.start();
    return new Simulator(fleet, control, waking);
  }

  @Override
  public void close() {
    if (control != null) {
      control.close();
    }
    if (waking != null) {
      waking.close();
    }
    fleet.close();
  }
}
