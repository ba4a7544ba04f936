#pragma once

#include "server/verify/question.h"

namespace latchkey::server {

/// `POST /v1/verify`: one question, or `{"requests": […]}` with up to MostQuestions. Always a decision, which
/// says why; `"explain": true` makes every check and counts nothing.
BodyAnswer verifyBody(const QuestionContext &context, const QByteArray &json);

inline constexpr int MostQuestions = 100;

} // namespace latchkey::server
