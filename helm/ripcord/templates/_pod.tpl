{{/* The pods of JobManager and TaskManagers alike. */}}
{{- define "ripcord.podTemplate" -}}
{{- $secret := .Values.kafka.clientProperties.secretName -}}
{{- $pod := .Values.podTemplate -}}
apiVersion: v1
kind: Pod
metadata:
  labels:
    {{- mergeOverwrite (include "ripcord.podLabels" . | fromYaml) $pod.labels | toYaml | nindent 4 }}
  {{- with $pod.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  securityContext:
    {{- toYaml $pod.podSecurityContext | nindent 4 }}
  {{- range $field := list "imagePullSecrets" "nodeSelector" "tolerations" "affinity" }}
  {{- with index $pod $field }}
  {{ $field }}:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
  containers:
    # The operator knows Flink's container by this name.
    - name: flink-main-container
      securityContext:
        {{- toYaml $pod.containerSecurityContext | nindent 8 }}
      {{- if .Values.metrics.enabled }}
      ports:
        - name: metrics
          containerPort: {{ .Values.metrics.port }}
      {{- end }}
      {{- range $field := list "env" "envFrom" }}
      {{- with index $pod $field }}
      {{ $field }}:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- end }}
      {{- if or $secret $pod.volumeMounts }}
      volumeMounts:
        {{- if $secret }}
        - name: kafka-client
          mountPath: /etc/ripcord/kafka
          readOnly: true
        {{- end }}
        {{- with $pod.volumeMounts }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      {{- end }}
  {{- if or $secret $pod.volumes }}
  volumes:
    {{- if $secret }}
    - name: kafka-client
      secret:
        secretName: {{ $secret }}
    {{- end }}
    {{- with $pod.volumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}
