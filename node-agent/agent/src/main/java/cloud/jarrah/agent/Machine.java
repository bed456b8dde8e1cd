package cloud.jarrah.agent;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.slumber.Sleeper;
import cloud.jarrah.node.CommandEnvelope;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What an agent works with; it outlives the agent.
 *
 * @param connectWithin the first connect happens at a random moment within this
 */
public record Machine(
    Hypervisor hypervisor,
    InstanceDisks disks,
    Network network,
    CommandPath commands,
    Sleeper sleeper,
    Duration connectWithin) {

  /** The way of a command from the link to the engine; simulated hosts put faults into it. */
  public interface CommandPath {
    void deliver(CommandEnvelope command, Consumer<CommandEnvelope> engine);

    boolean heartbeatsAllowed();

    /** Nothing in between. */
    CommandPath DIRECT =
        new CommandPath() {
          @Override
          public void deliver(CommandEnvelope command, Consumer<CommandEnvelope> engine) {
            engine.accept(command);
          }

          @Override
          public boolean heartbeatsAllowed() {
            return true;
          }
        };
  }
}
