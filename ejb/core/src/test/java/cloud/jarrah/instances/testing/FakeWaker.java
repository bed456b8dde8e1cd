package cloud.jarrah.instances.testing;

import cloud.jarrah.hosts.control.Waker;
import cloud.jarrah.node.ReportEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Magic packets reach the hosts at once. */
public final class FakeWaker implements Waker {
  private final Collection<FakeHost> hosts;
  private final Consumer<ReportEnvelope> reports;
  private final List<String> packets = new ArrayList<>();
  private final List<String> switchedOn = new ArrayList<>();
  private Runnable before = () -> {};

  FakeWaker(Collection<FakeHost> hosts, Consumer<ReportEnvelope> reports) {
    this.hosts = hosts;
    this.reports = reports;
  }

  /**
   * Idle hosts of the world are put to sleep from now on.
   *
   * @param spare so many stay awake
   */
  public void savesPower(World world, int spare) {
    savesPower(world, spare, Duration.ofMinutes(5));
  }

  /** As above, after being idle for as long as that. */
  public void savesPower(World world, int spare, Duration idle) {
    world.power(new TestPower(true, idle, spare, this));
    hosts.forEach(host -> host.slumber().able(true));
    hosts.forEach(host -> reports.accept(host.inventory()));
  }

  /** Nobody is put to sleep any more. */
  public void savesNoPower(World world) {
    world.power(new TestPower(false, Duration.ZERO, 0, this));
  }

  /** Something happens right before each magic packet: in the midst of a pass. */
  public void before(Runnable happens) {
    before = happens;
  }

  @Override
  public void magicPacket(String mac) {
    before.run();
    for (FakeHost host : hosts) {
      if (FakeSlumber.mac(host.id()).equals(mac)) {
        packets.add(host.id());
        if (host.slumber().hears()) {
          reports.accept(host.inventory());
        }
      }
    }
  }

  @Override
  public void switchOn(String hostId) {
    switchedOn.add(hostId);
  }

  /** Hosts that magic packets were sent to, each as often as it was. */
  public List<String> packets() {
    return packets;
  }

  /** Hosts whose management controller was asked. */
  public List<String> switchedOn() {
    return switchedOn;
  }
}
