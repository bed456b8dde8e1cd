package cloud.jarrah.agent.hypervisor;

import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.InstanceSpec;

/**
 * Moves running domains between hosts. At every moment at most one of the two hosts runs the
 * domain; which one, only these two hypervisors know.
 */
public interface Migrations {

  /**
   * Makes a place for a domain that runs elsewhere; nothing of it may be here.
   *
   * @param fromHostId the host that is to be let in
   */
  Berth prepareArrival(InstanceSpec spec, BootFiles files, String fromHostId)
      throws HypervisorException;

  /**
   * Takes the place away, and ends an arrival that is under way.
   *
   * @return false: it has arrived, and nothing was done
   */
  boolean cancelArrival(String instanceId) throws HypervisorException;

  /**
   * Returns when the domain runs at the berth. Calls the move off when interrupted; it may have
   * moved all the same.
   */
  void depart(String instanceId, Berth to) throws HypervisorException, InterruptedException;

  /**
   * Waits for a move under way to end.
   *
   * @param callOff whether to end it
   * @return whether the domain has left this host
   * @throws HypervisorException if that is not known, above all because it is still moving
   */
  boolean hasDeparted(String instanceId, boolean callOff)
      throws HypervisorException, InterruptedException;

  /**
   * The domain did not arrive anywhere else: lets it go on if it is paused in a move.
   *
   * @return whether it runs now
   */
  boolean takeBack(String instanceId) throws HypervisorException;
}
