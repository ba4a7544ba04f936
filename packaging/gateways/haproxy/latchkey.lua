-- http-request lua.latchkey: asks latchkeyd whether this request may pass. Sets txn.latchkey_status (200, 401, 403, 429;
-- nothing without an answer) and what goes with it. A plain socket: core.httpclient repeats a question that timed out.
local address, port, seconds = "127.0.0.1", 8093, 1

local answers = {
  ["www-authenticate"] = "challenge", ["retry-after"] = "retry", ["x-auth-key-id"] = "key_id",
  ["x-auth-key-name"] = "key_name", ["x-auth-environment"] = "environment", ["x-auth-customer"] = "customer",
  ["x-auth-scopes"] = "scopes",
}

local function ask(txn)
  local fields = txn.http:req_get_headers()
  local lines = {
    "GET /v1/forward-auth HTTP/1.1", "Host: latchkeyd", "Connection: close",
    "X-Forwarded-Method: " .. txn.f:method(), "X-Forwarded-Uri: " .. txn.f:pathq(),
    "X-Forwarded-For: " .. tostring(txn.f:src()),
  }
  -- Each of them as often as it came: latchkeyd refuses two.
  for _, name in ipairs({ "authorization", "x-api-key" }) do
    for _, value in pairs(fields[name] or {}) do
      lines[#lines + 1] = name .. ": " .. value
    end
  end
  if fields["user-agent"] then
    lines[#lines + 1] = "User-Agent: " .. fields["user-agent"][0]
  end
  local socket = core.tcp()
  socket:settimeout(seconds)
  if not socket:connect(address, port) then
    return
  end
  local status
  if socket:send(table.concat(lines, "\r\n") .. "\r\n\r\n") then
    local line = socket:receive("*l")
    status = line and tonumber(line:match("^HTTP/1%.1 (%d%d%d) "))
    while status do
      line = socket:receive("*l")
      if not line then
        status = nil -- cut off: no answer
      elseif line == "" or line == "\r" then
        break
      else
        local name, value = line:match("^([^:]+):%s*(.-)%s*$")
        local variable = name and answers[name:lower()]
        if variable then
          txn:set_var("txn.latchkey_" .. variable, value)
        end
      end
    end
  end
  socket:close()
  if status then
    txn:set_var("txn.latchkey_status", status)
  end
end

core.register_action("latchkey", { "http-req" }, ask)
