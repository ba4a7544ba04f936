#pragma once

#include "core/remote/rest_line.h"
#include "core/remote/rest_list.h"

#include <QSet>
#include <functional>
#include <map>
#include <optional>

namespace latchkey {

/// The lists of a window over a server. The first rows of a question come in one answer; of a long list the
/// rest follows in the background, and completed() says when it can be asked for. What came stays: of keys
/// that have changed since then only the places are asked for, and put into it. It is the server's own list
/// at one moment, exactly, or it is fetched anew. Beyond that it is kept for as long as the server does not
/// answer.
class RestLists final : public QObject {
    Q_OBJECT
public:
    /// `heard`: up to which change of the server outdate() has been told; `hear` asks for those that are
    /// missing, tells outdate() of them, and then says whether it went well.
    struct Follower {
        std::function<QString()> heard;
        std::function<void(const std::function<void(bool)> &)> hear;
    };
    RestLists(RestLine &line, const Clock &clock, Follower follower);
    ~RestLists() override;
    QFuture<Result<KeyListPtr>> list(const KeyQuery &query);
    /// What came to this question before, however old; null: nothing.
    [[nodiscard]] KeyListPtr kept(const KeyQuery &query) const;
    /// These keys changed; empty: many, or nobody knows which.
    void outdate(const QList<KeyId> &ids);

    static constexpr int FirstIds = 2'000, MoreIds = 10'000;
    static constexpr std::size_t MostLists = 8;
    /// So many changed keys are put into a list that is here, so many are asked for at a time; of more, all
    /// is fetched.
    /// What time alone changes in a list is asked for again after so long.
    static constexpr qint64 OldMs = 30'000;
    static constexpr qsizetype MostPlaced = 100'000, MostAsked = 10'000;

signals:
    void completed();

private:
    struct Window {
        QString list;
        qint64 total = 0, unfiltered = 0;
        QList<KeyId> ids;
        std::vector<RestSortKey> keys;
    };
    struct Places {
        std::vector<RestSortKey> keys;
        QString list, position;
        qint64 total = 0, unfiltered = 0;
        QList<qint64> places;
    };
    struct Known {
        std::shared_ptr<const RestList> list;
        bool usable = true;        ///< what changed since it was made is in `changed`
        QHash<KeyId, int> changed; ///< and when it was heard of
        qint64 used = 0;
        Instant asked; ///< when the server was asked to make it
    };
    struct Update;
    using Give = Answer<Result<KeyListPtr>>;
    [[nodiscard]] QByteArray questionOf(KeyQuery query) const;
    QFuture<Result<Window>> window(const QByteArray &question, const QString &list, qint64 from, int limit);
    void fetch(const QByteArray &question, int turn, const Give &give);
    void follow(const QByteArray &question, const QString &name, const std::shared_ptr<RestList> &list,
                int turn);
    void update(const QByteArray &question, int turn, const Give &give);
    void askPlaces(const std::shared_ptr<Update> &u);
    void place(const std::shared_ptr<Update> &u);
    void giveUp(const std::shared_ptr<Update> &u, const Error &error);
    void keep(const QByteArray &question, Known known);

    RestLine &m_line;
    const Clock &m_clock;
    Follower m_follower;
    std::map<QByteArray, Known> m_known;
    std::optional<QByteArray> m_followed; ///< the question that is being fetched
    Known m_growing;                      ///< its first rows, and what has changed meanwhile
    bool m_noSortKeys = false;            ///< an older server has none
    int m_turn = 0; ///< of the question asked last: an older one's rest is not fetched any more
    int m_change = 0;
    qint64 m_uses = 0;
};

} // namespace latchkey
