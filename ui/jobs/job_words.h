#pragma once

#include "core/services/jobs/job.h"
#include "ui/theme/theme.h"

namespace latchkey::ui {

QString word(JobState s); ///< "Running"
QString iconName(JobState s);
ColorRole textRole(JobState s);
ColorRole backRole(JobState s);
/// It went through all, but some of it failed.
bool isPartly(const JobRecord &job);
/// Done without anything that was done is as good as failed.
JobState shownState(const JobRecord &job);
QString stateText(const JobRecord &job); ///< "Running", "Partly done"
/// Of the kind of work: "import" …
QString jobIcon(const QString &kind);
/// "Deactivate 3,000 keys"
QString jobTitle(const JobRecord &job);
/// What came of it, or why it failed; empty where nothing is to be said.
QString jobResult(const JobRecord &job);
/// "4,500 of 10,000 · 3 failed", or for one that was interrupted "At least 4,500 of 10,000 done".
QString progressText(const JobRecord &job);
/// "1 min 20 s"
QString tookText(const JobRecord &job, Instant now);
/// Why a job (null: none is chosen) can't be cancelled, taken off the list; empty: it can.
QString whyNoCancel(const JobRecord *job);
QString whyNoRemove(const JobRecord *job);
/// Why `job`, which can't be tried again, can't.
QString whyNoRetry(const JobRecord *job);

} // namespace latchkey::ui
