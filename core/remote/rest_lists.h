#pragma once

#include "core/remote/rest_line.h"
#include "core/remote/rest_list.h"

#include <map>
#include <optional>

namespace latchkey {

/// The lists of a window over a server. The first rows of a question come in one answer; of a long list the
/// rest follows in the background, and completed() says when it can be asked for. What came stays until
/// something changes, and beyond that as long as the server does not answer.
class RestLists final : public QObject {
    Q_OBJECT
public:
    explicit RestLists(RestLine &line);
    QFuture<Result<KeyListPtr>> list(const KeyQuery &query);
    /// Keys changed: every list has to be asked for once more.
    void outdate();

    static constexpr int FirstIds = 2'000, MoreIds = 10'000;
    static constexpr std::size_t MostLists = 8;

signals:
    void completed();

private:
    struct Window {
        QString list;
        qint64 total = 0, unfiltered = 0;
        QList<KeyId> ids;
    };
    struct Known {
        std::shared_ptr<const RestList> list;
        bool fresh = true;
        qint64 used = 0;
    };
    QFuture<Result<Window>> window(const QByteArray &question, const QString &list, qint64 from, int limit);
    void follow(const QByteArray &question, const QString &name, const std::shared_ptr<RestList> &list,
                int turn);
    void keep(const QByteArray &question, const std::shared_ptr<const RestList> &list);

    RestLine &m_line;
    std::map<QByteArray, Known> m_known;
    int m_turn = 0; ///< of the question asked last: an older one's rest is not fetched any more
    int m_change = 0;
    qint64 m_uses = 0;
};

} // namespace latchkey
