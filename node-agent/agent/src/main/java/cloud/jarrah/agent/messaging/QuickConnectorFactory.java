package cloud.jarrah.agent.messaging;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnector;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ClientConnectionLifeCycleListener;
import org.apache.activemq.artemis.spi.core.remoting.ClientProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Connector;
import org.jspecify.annotations.Nullable;

/**
 * Notices quickly that the other side is frozen. Its kernel still accepts connections, so the limit
 * for connecting does not help, and the client's own limit for the TLS handshake is ten seconds. An
 * open connection is ended when nothing has come through it for a while, though the client has sent
 * pings that a living broker answers; the client's own check would take up to twice the time that
 * it tells the broker as the life of a silent connection, which should be longer.
 */
public final class QuickConnectorFactory extends NettyConnectorFactory {
  private static final Duration HANDSHAKE = Duration.ofSeconds(2);

  /** Two of the pings of {@link BrokerAccess} may be lost or late. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  @Override
  public Connector createConnector(
      Map<String, Object> configuration,
      BufferHandler handler,
      ClientConnectionLifeCycleListener listener,
      Executor closeExecutor,
      Executor threadPool,
      ScheduledExecutorService scheduledThreadPool,
      ClientProtocolManager protocolManager) {
    return new NettyConnector(
        configuration,
        handler,
        listener,
        closeExecutor,
        threadPool,
        scheduledThreadPool,
        protocolManager) {
      @Override
      public synchronized void start() {
        super.start();
        limit(getBootStrap());
      }
    };
  }

  private static void limit(Bootstrap bootstrap) {
    @Nullable ChannelHandler prepare = bootstrap.config().handler();
    if (prepare != null) {
      bootstrap.handler(
          new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
              channel.pipeline().addLast(prepare);
              SslHandler tls = channel.pipeline().get(SslHandler.class);
              if (tls != null) {
                tls.setHandshakeTimeoutMillis(HANDSHAKE.toMillis());
              }
              // First: the end does not wait for a goodbye that nobody reads.
              channel.pipeline().addFirst(new SilenceEnds());
            }
          });
    }
  }

  private static final class SilenceEnds extends IdleStateHandler {
    SilenceEnds() {
      super(SILENCE.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
    }

    // The client notices the end by itself.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
      context.close();
    }
  }
}
