package cloud.jarrah.instances.testing;

import cloud.jarrah.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A database for a class of tests, and for each of them a cloud of one host and its user. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OneHostWorld {
  private final TestDatabase database = TestDatabase.create();
  protected World world;
  protected Owner owner;
  protected FakeHost host;

  @AfterAll
  void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void makeWorld() {
    world = new World(database, 1);
    owner = new Owner(world);
    host = world.hosts().iterator().next();
  }
}
