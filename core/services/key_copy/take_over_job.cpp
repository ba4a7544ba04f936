#include "core/services/key_copy/take_over_job.h"

#include "core/model/futures.h"
#include "core/model/validation.h"

namespace latchkey {

namespace {
QString placeOf(const QString &name, Environment e) {
    return toWord(e) + u'/' + name;
}

/// What the key lacks that the other one has.
KeyConfig completed(const ApiKey &here, const ApiKey &there) {
    KeyConfig c = here.config;
    const KeyConfig &other = there.config;
    if (c.owner.isEmpty())
        c.owner = other.owner;
    if (c.note.isEmpty())
        c.note = other.note;
    for (const QString &tag : other.tags) {
        if (!c.tags.contains(tag))
            c.tags.append(tag);
    }
    if (!here.service)
        return c;
    if (!c.environmentKnown && other.environmentKnown) {
        c.environment = other.environment;
        c.environmentKnown = true;
    }
    const bool same =
        there.service && there.service->id == here.service->id; // then its token is the same too
    if (same && c.storedIn.isEmpty())
        c.storedIn = other.storedIn;
    return c;
}
} // namespace

TakeOverJob::TakeOverJob(KeyService &service, Task task)
    : m_service(service)
    , m_task(std::move(task))
    , m_writer(service, m_report) {}

void TakeOverJob::start() {
    if (const auto may = m_service.mayWrite(); !may)
        return stop({JobState::Failed, may.error()});
    readHere();
}

void TakeOverJob::cancel() {
    m_cancelled = true;
    m_writer.cancel();
    m_reading.reset();
    if (!m_busy)
        stop({JobState::Cancelled, {}});
}

void TakeOverJob::readHere() {
    m_reading = std::make_unique<KeyReading>(m_service.backend(), KeyFilter(), KeyReading::Depth::AsListed);
    connect(m_reading.get(), &KeyReading::failed, this, [this](const Error &e) {
        stop({JobState::Failed, e});
    });
    connect(m_reading.get(), &KeyReading::finished, this, [this](const QList<ApiKey> &keys) {
        for (const ApiKey &k : keys) {
            const bool anywhere = k.service && !k.config.environmentKnown;
            for (const Environment e : AllEnvironments) {
                if (anywhere || k.config.environment == e)
                    m_here[placeOf(k.config.name, e)].append(k);
            }
            if (k.service)
                m_hereById.insert(k.service->id, k);
        }
        // Its reading ends with this signal: not from inside it.
        QMetaObject::invokeMethod(this, &TakeOverJob::readThere, Qt::QueuedConnection);
    });
    m_reading->start();
}

void TakeOverJob::readThere() {
    if (m_over)
        return;
    // Permissions are asked for only where new keys can be made of them.
    const bool makes = m_service.backend().capabilities().ownTokens;
    m_reading =
        std::make_unique<KeyReading>(m_task.from->backend(), m_task.filter,
                                     makes ? KeyReading::Depth::Permissions : KeyReading::Depth::AsListed);
    connect(m_reading.get(), &KeyReading::failed, this, [this](const Error &e) {
        stop({JobState::Failed, e});
    });
    connect(m_reading.get(), &KeyReading::finished, this, [this](const QList<ApiKey> &keys) {
        m_there = keys;
        QMetaObject::invokeMethod(this, &TakeOverJob::begin, Qt::QueuedConnection);
    });
    m_reading->start();
}

void TakeOverJob::begin() {
    m_reading.reset();
    if (m_over)
        return;
    if (!m_task.dryRun && !m_task.tokenFile.isEmpty()) {
        if (auto made = m_writer.keepTokensIn(m_task.tokenFile); !made)
            return stop({JobState::Failed, made.error()});
    }
    next();
}

void TakeOverJob::next() {
    tell();
    if (m_cancelled)
        return stop({JobState::Cancelled, {}});
    if (m_at >= m_there.size()) {
        m_report.complete = true;
        return stop({JobState::Done, {}});
    }
    m_chunk = {};
    m_newSources.clear();
    m_changedSources.clear();
    for (const qsizetype end = qMin(m_at + Chunk, m_there.size()); m_at < end; ++m_at)
        judge(m_there[m_at]);
    if (!m_task.dryRun)
        return write();
    m_report.created += m_chunk.created.size();
    m_report.changed += m_chunk.bases.size();
    QMetaObject::invokeMethod(this, &TakeOverJob::next, Qt::QueuedConnection); // the window gets its turn
}

void TakeOverJob::judge(const ApiKey &key) {
    if (key.damaged)
        return refuse(key, Error(ErrorCode::Damaged, {{QStringLiteral("id"), key.id.toString()}}));
    if (key.service) {
        if (const auto same = m_hereById.constFind(key.service->id); same != m_hereById.constEnd())
            return judgeKnown(key, *same);
    }
    const Environment e = m_task.environment.value_or(key.config.environment);
    if (!m_task.environment && !key.config.environmentKnown)
        return refuse(key, "unknownThere");
    const QString name = placeOf(key.config.name, e);
    if (m_taken.contains(name))
        return refuse(key, "twiceThere");
    m_taken.insert(name);
    const QList<ApiKey> here = m_here.value(name);
    if (here.size() > 1)
        return refuse(key, "severalOfThatName");
    if (here.size() == 1)
        return judgeKnown(key, here.first());
    judgeNew(key);
}

void TakeOverJob::judgeNew(const ApiKey &key) {
    const VaultBackend &backend = m_service.backend();
    if (!backend.capabilities().ownTokens)
        return refuse(key, "oneByOne"); // a service tells a key once, and to a person
    const CopyPlan plan = planCopy(
        key, {backend.catalogue(), backend.capabilities(), m_service.principal(), m_task.environment},
        m_service.clock().now());
    if (plan.gaps.contains(CopyGap::NotActive))
        return refuse(key, "notActive");
    const ScopeSet lacking = plan.unknown.united(plan.otherType).united(plan.notHeld);
    if (!lacking.isEmpty() || !plan.scopesKnown || plan.gaps.contains(CopyGap::Type))
        return refuse(key, "notAllPermissions", {{QStringLiteral("scopes"), lacking.toString()}});
    if (plan.widens())
        return refuse(key, "wouldBeWider");
    if (m_task.tokenFile.isEmpty())
        return refuse(key, "noTokenWanted");
    auto planned = m_service.planCreate(plan.config);
    if (!planned)
        return refuse(key, planned.error());
    if (m_task.dryRun) {
        planned->token.reset();
        m_report.name({ImportReport::Fate::New, planned->key.config.name});
    }
    m_chunk.created.append(std::move(*planned));
    m_newSources.append(key);
}

void TakeOverJob::judgeKnown(const ApiKey &key, const ApiKey &here) {
    const KeyConfig config = normalised(completed(here, key));
    if (config == here.config) {
        ++m_report.unchanged;
        if (m_task.dryRun)
            m_report.name({ImportReport::Fate::Unchanged, here.config.name});
        return;
    }
    auto plan = m_service.planEdit(here, config, QStringLiteral("key.import"));
    if (!plan)
        return refuse(key, plan.error());
    if (m_chunk.changes.contains(here.id))
        return refuse(key, "twiceThere");
    if (m_task.dryRun) {
        ImportReport::NamedRow row{ImportReport::Fate::Changed, here.config.name};
        row.before = here.config;
        row.after = *plan->config;
        m_report.name(row);
    }
    m_chunk.bases.append(here);
    m_chunk.changes.insert(here.id, *plan);
    m_changedSources.append(key);
}

void TakeOverJob::write() {
    m_busy = true;
    m_writer.write(
        std::move(m_chunk),
        [this](bool isNew, qsizetype at, const Error &e) {
            refuse(isNew ? m_newSources[at] : m_changedSources[at], e);
        },
        [this](const Outcome &written) {
            m_busy = false;
            if (!written)
                return stop({JobState::Failed, written.error()});
            // Not from inside it: a chunk with nothing to write has not left this call.
            QMetaObject::invokeMethod(this, &TakeOverJob::next, Qt::QueuedConnection);
        });
}

void TakeOverJob::refuse(const ApiKey &key, const Error &e) {
    ++m_report.invalid;
    emit failed({{}, key.config.name, 0, {}}, e);
}

void TakeOverJob::refuse(const ApiKey &key, const char *code, const QVariantMap &params) {
    refuse(key, Error({FieldError{{}, QLatin1StringView(code), params}}));
}

void TakeOverJob::tell() {
    emit progress(
        {m_at, m_there.size(), m_report.created + m_report.changed, m_report.unchanged, m_report.invalid});
}

void TakeOverJob::stop(const JobEnd &end) {
    if (std::exchange(m_over, true))
        return;
    m_report.error = end.error;
    tell();
    emit reported(m_report);
    emit finished(end);
}

} // namespace latchkey
