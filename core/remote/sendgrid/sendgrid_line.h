#pragma once

#include "core/remote/rest_line.h"
#include "core/remote/sendgrid/sendgrid_answers.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <deque>

namespace latchkey {

/// The line to one SendGrid account: what a person waits for goes first, the rest when there is room, and
/// nothing before the rate limit of its endpoint allows it. 429 was not carried out: it is asked again at
/// Reset. Lives on one thread; its network has another.
class SendGridLine final : public QObject {
    Q_OBJECT
public:
    SendGridLine(const ServerAddress &address, const std::shared_ptr<const SecretBytes> &key,
                 const QString &subuser, const Clock &clock, const RestTimes &times);

    enum class Urgency : quint8 { Person, Background };
    /// `path` without a query names the endpoint; ids in it don't. Errors of the network only, and
    /// RateLimited ("seconds") for a person who would have to wait for longer than MostPatienceMs.
    QFuture<Result<sendgrid::Reply>> ask(ServerRequest request, Urgency urgency, const QString &tag = {});
    /// Background questions that nobody has sent yet and whose tag is not among these end as Cancelled.
    void keepOnly(const QSet<QString> &tags);
    [[nodiscard]] const QString &where() const { return m_line.where(); }
    [[nodiscard]] RestLine &line() { return m_line; }
    /// When the rate limit lets the next question go that waits for it; none waits: nothing.
    [[nodiscard]] std::optional<Instant> waitsUntil() const { return m_waitsUntil; }
    [[nodiscard]] int sent() const { return m_sent; } ///< requests so far

    static constexpr int MostAtOnce = 6, MostInBackground = 4;
    static constexpr qint64 MostPatienceMs = 90'000;

signals:
    void waitChanged();

private:
    struct Pending {
        ServerRequest request;
        Urgency urgency = Urgency::Person;
        QString tag;
        QByteArray endpoint;
        qint64 since = 0;
        Answer<Result<sendgrid::Reply>> answer;
    };
    using Queue = std::deque<std::shared_ptr<Pending>>;
    void pump();
    /// How long until the first of them may go: 0 when one went, -1 when there is none.
    qint64 pumpQueue(Queue &queue);
    void noteWait(qint64 ms);
    void start(const std::shared_ptr<Pending> &p);
    void answered(const std::shared_ptr<Pending> &p, const Result<sendgrid::Reply> &reply);

    RestLine m_line;
    const Clock &m_clock;
    QByteArray m_subuser;
    QElapsedTimer m_time;
    QTimer m_again;
    std::optional<Instant> m_waitsUntil;
    Queue m_person, m_background;
    QHash<QByteArray, sendgrid::RateGate> m_gates; ///< by endpoint, as SendGrid counts
    int m_atOnce = 0, m_backgroundAtOnce = 0, m_sent = 0;
};

} // namespace latchkey
