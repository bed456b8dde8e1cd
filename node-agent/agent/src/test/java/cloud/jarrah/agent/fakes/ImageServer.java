package cloud.jarrah.agent.fakes;

import cloud.jarrah.node.InstanceSpec.ImageSource;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Offers images over HTTPS, and misbehaves on request. */
public final class ImageServer {
  private final TestAuthority authority;
  private final HttpsServer https;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  public ImageServer(Path directory) throws Exception {
    authority = new TestAuthority(directory, "127.0.0.1");
    https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(authority.serverContext()));
    https.setExecutor(threads);
    https.createContext("/", this::serve);
    https.start();
  }

  public Path authorityFile() {
    return authority.authorityFile();
  }

  public ImageSource offer(String name, int size) throws Exception {
    byte[] content = new byte[size];
    new Random(name.hashCode()).nextBytes(content);
    contents.put(name, content);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    String url = "https://127.0.0.1:" + https.getAddress().getPort() + "/" + name;
    return Specs.image("emi-00000001", url, size, sha256);
  }

  public byte[] content(String name) {
    return contents.getOrDefault(name, new byte[0]);
  }

  public int requests(String name) {
    return requests.computeIfAbsent(name, n -> new AtomicInteger()).get();
  }

  public void corrupt(String name) {
    content(name)[0] ^= 1;
  }

  public void failTimes(String name, int times) {
    failures.put(name, times);
  }

  public void refuse(String name, int status) {
    refusals.put(name, status);
  }

  /** Answers wait until released. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void release() {
    gate.countDown();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getPath().substring(1);
      int count = requests.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
      gate.await();
      if (refusals.containsKey(name)) {
        exchange.sendResponseHeaders(refusals.getOrDefault(name, 500), -1);
      } else if (count <= failures.getOrDefault(name, 0)) {
        exchange.sendResponseHeaders(503, -1);
      } else {
        byte[] content = content(name);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void close() {
    https.stop(0);
    threads.shutdownNow();
  }
}
